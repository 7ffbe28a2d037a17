import { takesLoginTokens, takesOthers } from "../../../model/clusters/takes-login-tokens";

test("every cluster takes the login's ID tokens, but one of AKS, and one with an OAuth server of OpenShift", () => {
  expect(takesLoginTokens({})).toBe(true);
  expect(takesLoginTokens({ aks: {} })).toBe(false);
  const ways = ["external", "rosa-hcp", "oauth", "rosa-classic", undefined];
  expect(ways.map((signIn) => takesLoginTokens({ openshift: { signIn } }))).toEqual([true, true, false, false, true]);
});

test("whose tokens it takes instead is told", () => {
  expect(takesOthers({ aks: {} })).toBe("an AKS cluster accepts only tokens for its own application");
  expect(takesOthers({})).toBe("the API server accepts only tokens of OpenShift's OAuth server");
});
