import { takesOthers, tokensOf } from "../../../model/clusters/tokens-of";

test("every cluster takes the login's ID tokens, but one of AKS, and one with an OAuth server of OpenShift", () => {
  expect([{ kind: "eks" } as const, { kind: "kubernetes" } as const, undefined].map(tokensOf)).toEqual(
    Array(3).fill("login"),
  );
  expect(tokensOf({ kind: "aks" })).toBe("azure");
  const ways = ["external", "rosa-hcp", "oauth", "rosa-classic", undefined];
  const others = ["login", "login", "oauth-server", "oauth-server", "login"];
  expect(ways.map((signIn) => tokensOf({ kind: "openshift", openshift: { signIn } }))).toEqual(others);
});

test("whose tokens it takes instead is told", () => {
  expect(takesOthers.azure).toBe("an AKS cluster accepts only tokens for its own application");
  expect(takesOthers["oauth-server"]).toBe("the API server accepts only tokens of OpenShift's OAuth server");
});
