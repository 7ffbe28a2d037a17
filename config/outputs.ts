import { z } from "zod";
import { Guid } from "./schema/names";

/** PEM in base64, as EKS gives it. */
const isCertificate = (text: string) =>
  /^[A-Za-z0-9+/\s]+=*\s*$/.test(text) &&
  /^\s*-----BEGIN CERTIFICATE-----\s[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/.test(
    Buffer.from(text, "base64").toString("latin1"),
  );

/** What is read of the stack `login`. Its issuer is compared with the access file's, which alone is printed. */
export const LoginOutputs = z.object({ client_id: Guid, issuer_url: z.string().max(300) });

/** What is read of a stack `eks-…`. */
export const EksOutputs = z.object({
  endpoint: z
    .string()
    .max(500)
    .regex(/^https:\/\/[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d{1,5})?\/?$/, "must be an https:// URL"),
  certificate_authority: z.string().max(200_000).refine(isCertificate, "must be a certificate, PEM in base64"),
});

/** What is read of the stack `portal`. */
export const PortalOutputs = z.object({ helm_values: z.string().max(100_000) });

/** The client secret in use, in the stack `credentials`: Entra's are printable and have no spaces. */
export const Secret = z.object({
  key_id: z.string(),
  value: z.string().regex(/^[\x21-\x7e]{1,256}$/),
});

const Names = z.partialRecord(
  z.enum(["adminGroupName", "developerGroupName", "viewerGroupName"]),
  z.string().regex(/^[\x20-\x7e]{1,500}$/),
);
const word = z
  .string()
  .max(500)
  .regex(/^[\x20-\x7e]*$/);

/**
 * The Helm values that `model/portal-values.ts` makes for this issuer, and nothing beside them.
 *
 * @param issuerUrl of the access file
 */
export const HelmValues = (issuerUrl: string) => {
  const issuer = z.literal(issuerUrl);
  return z.strictObject({
    global: Names.optional(),
    "edp-headlamp": z
      .strictObject({
        enabled: z.literal(true),
        config: z.strictObject({
          oidc: z.strictObject({
            enabled: z.literal(true),
            issuerUrl: issuer,
            clientID: Guid,
            clientSecretName: word,
            clientSecretKey: word,
            scopes: word,
          }),
        }),
      })
      .optional(),
    "krci-portal": z
      .strictObject({
        configEnv: z.strictObject({
          PORTAL_URL: word.startsWith("https://"),
          OIDC_ISSUER_URL: issuer,
          OIDC_CLIENT_ID: Guid,
          OIDC_SCOPE: word,
          OIDC_CODE_CHALLENGE_METHOD: z.literal("S256"),
          DEFAULT_CLUSTER_NAMESPACE: word,
        }),
        extraEnvFrom: z.array(z.partialRecord(z.enum(["secretRef", "configMapRef"]), z.strictObject({ name: word }))),
      })
      .optional(),
  });
};
