import { takesLoginTokens } from "../../../model/clusters/takes-login-tokens";

test("every cluster but one of AKS takes the login's ID tokens", () => {
  expect([{ eks: {} }, { kubernetes: {} }].map(takesLoginTokens)).toEqual([true, true]);
  expect(takesLoginTokens({ aks: {} })).toBe(false);
});
