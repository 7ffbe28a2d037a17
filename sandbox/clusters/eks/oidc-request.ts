import { z } from "zod";

const issuerUrl = z
  .string()
  // [doc] The URL must begin with https://.
  .refine((text) => text.startsWith("https://") && URL.canParse(text), "must be a URL that begins with https://")
  // [doc] Path components are allowed, query parameters are not; kube-apiserver refuses a fragment too.
  .refine((text) => !/[?#]/.test(text), "must not have a query or a fragment");

// [doc] Prefixes that are Kubernetes' own are refused.
const prefix = z.string().refine((text) => !text.includes("system:"), "can't contain system:");

/** [doc] OidcIdentityProviderConfigRequest of the EKS API model; [guess] the words of the refusals. */
export const OidcRequest = z
  .strictObject({
    identityProviderConfigName: z.string().min(1),
    issuerUrl,
    clientId: z.string().min(1),
    usernameClaim: z.string().optional(),
    usernamePrefix: prefix.optional(),
    groupsClaim: z.string().optional(),
    groupsPrefix: prefix.optional(),
    // [doc] requiredClaimsKey and requiredClaimsValue of the API model.
    requiredClaims: z.record(z.string().min(1).max(63), z.string().min(1).max(253)).optional(),
  })
  // [guess] kube-apiserver would not use it.
  .refine(({ groupsPrefix = "", groupsClaim = "" }) => groupsPrefix === "" || groupsClaim !== "", {
    path: ["groupsPrefix"],
    message: "needs groupsClaim",
  });

export type OidcRequest = z.output<typeof OidcRequest>;
