import { z } from "zod";
import { Text, key } from "../names";
import { Prefix } from "../login/prefix";

/** What kube-apiserver takes: ValidateAuthenticationConfiguration in pkg/apis/apiserver/validation of k8s.io/apiserver. */
function isIssuer(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https:\/\/[^@?#\s]+$/.test(text);
}

const Claim = Text(120);

/** Without one, another issuer could name somebody whom Entra names. */
const OwnPrefix = Prefix.min(1, "must not be empty: people of several issuers are told apart by it");

const Issuer = z
  .strictObject({
    url: Text(1024)
      .refine(isIssuer, "must be an https URL without user name, query and fragment, as iss in its tokens")
      .describe("Issuer of the tokens, letter by letter as their iss."),
    audience: Text(512).describe("What aud in its tokens must name: the client ID, or what the tokens are asked for."),
    username: z
      .strictObject({
        claim: Claim.default("sub").describe("Claim that becomes the Kubernetes user name."),
        prefix: OwnPrefix.describe("Text before each user name of this issuer."),
      })
      .describe("How the API server names whoever shows such a token."),
    groups: z
      .strictObject({
        claim: Claim.default("groups").describe("Claim that lists groups."),
        prefix: OwnPrefix.describe("Text before each group of this issuer."),
      })
      .optional()
      .describe("Which groups the API server reads from such a token. Default: none."),
    requiredClaims: z
      .record(key(/^[\s\S]{1,63}$/), Text(253))
      .default({})
      .describe("Text claims that each token of this issuer must have with exactly this value."),
  })
  .describe("One more issuer.");

/** Issuers beside the login. */
export const Issuers = z
  .array(Issuer, { error: "must be a list of issuers" })
  .max(63, "must be 63 issuers or fewer: an API server takes 64")
  .default([])
  .describe(
    "Issuers that this API server trusts beside the login, such as a CI system. Their users and groups get no grants from this file: bind them yourself. Only the AuthenticationConfiguration can say this, so Kubernetes must be 1.30 or newer.",
  );

/** Claims beside `groups`. */
export const GroupsClaims = z
  .array(Text(120), { error: "must be a list of claims" })
  .max(10, "must be 10 claims or fewer")
  .default([])
  .describe(
    'Claims beside groups whose texts are groups too, such as roles. The group has the name of its claim before it: "admin" in roles is the group entra:roles:admin. These groups get no grants from this file: bind them yourself. Kubernetes must be 1.30 or newer.',
  );
