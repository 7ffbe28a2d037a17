import {
  authenticationConfiguration,
  withoutIssuer,
} from "../../../../sandbox/clusters/eks/authentication-configuration";
import type { OidcRequest } from "../../../../sandbox/clusters/eks/oidc-request";
import { oidc } from "./eks-client";

const entra = "https://login.microsoftonline.com/";
const issuers = {
  issuerCa: "issuer CA",
  discoveryUrl: (issuer: string) => (issuer.startsWith(entra) ? "https://localhost:8443/discovery" : undefined),
};
const authenticator = (over: Partial<OidcRequest> = {}) =>
  authenticationConfiguration({ ...oidc, ...over }, issuers).jwt![0]!;

test.each<[string, Partial<OidcRequest>, string, string]>([
  ["the issuer and # without one", {}, "sub", `${oidc.issuerUrl}#`],
  ["the issuer and # for another claim too", { usernameClaim: "upn" }, "upn", `${oidc.issuerUrl}#`],
  ["nothing for email", { usernameClaim: "email" }, "email", ""],
  ["what was asked for, even for email", { usernameClaim: "email", usernamePrefix: "entra:" }, "email", "entra:"],
  ["nothing for -", { usernameClaim: "upn", usernamePrefix: "-" }, "upn", ""],
])("the prefix of a user name is %s", (_, over, claim, prefix) => {
  expect(authenticator(over).claimMappings).toEqual({ username: { claim, prefix } });
});

test("groups have no prefix unless one is given", () => {
  const groups = (over: Partial<OidcRequest>) => authenticator(over).claimMappings.groups;
  expect(groups({ groupsClaim: "groups" })).toEqual({ claim: "groups", prefix: "" });
  expect(groups({ groupsClaim: "groups", groupsPrefix: "entra:" })).toEqual({ claim: "groups", prefix: "entra:" });
});

test("required claims become validation rules", () => {
  expect(authenticator().claimValidationRules).toBeUndefined();
  expect(authenticator({ requiredClaims: { tid: "1" } }).claimValidationRules).toEqual([
    { claim: "tid", requiredValue: "1" },
  ]);
});

test("an emulated issuer comes with its discovery document and its certificate authority, another with neither", () => {
  expect(authenticator().issuer).toEqual({ url: oidc.issuerUrl, audiences: [oidc.clientId] });
  expect(authenticator({ issuerUrl: `${entra}v2.0` }).issuer).toMatchObject({
    discoveryURL: "https://localhost:8443/discovery",
    certificateAuthority: "issuer CA",
  });
  expect(authenticator({ issuerUrl: "https://localhost:8443/v2.0" }).issuer).toEqual({
    url: "https://localhost:8443/v2.0",
    certificateAuthority: "issuer CA",
    audiences: [oidc.clientId],
  });
});

test("without an association there is no issuer", () => {
  expect(withoutIssuer).toEqual({ apiVersion: "apiserver.config.k8s.io/v1", kind: "AuthenticationConfiguration" });
});
