import { z } from "zod";
import { Guid } from "../schema/names";

/** PEM in base64, as EKS gives it. */
const isCertificate = (text: string) =>
  /^[A-Za-z0-9+/\s]+=*\s*$/.test(text) &&
  /^\s*-----BEGIN CERTIFICATE-----\s[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/.test(
    Buffer.from(text, "base64").toString("latin1"),
  );

/** What is read of the stack `login`. Its issuer is compared with the access file's, which alone is printed. */
export const LoginOutputs = z.object({ client_id: Guid, issuer_url: z.string().max(300) });

/** What is read of the stack `people`: object IDs of groups by key. */
export const PeopleOutputs = z.object({ group_object_ids: z.record(z.string(), Guid) });

/** What is read of a stack `eks-…`. */
export const EksOutputs = z.object({
  endpoint: z
    .string()
    .max(500)
    .regex(/^https:\/\/[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:\d{1,5})?\/?$/, "must be an https:// URL")
    .refine((url) => URL.canParse(url), "must be an https:// URL"),
  certificate_authority: z.string().max(200_000).refine(isCertificate, "must be a certificate, PEM in base64"),
});

/** What is read of the stack `portal`. */
export const PortalOutputs = z.object({ helm_values: z.string().max(100_000) });

/** The client secret in use, in the stack `credentials`: Entra's are printable and have no spaces. */
export const Secret = z.object({
  key_id: z.string(),
  value: z.string().regex(/^[\x21-\x7e]{1,256}$/),
});

/** What of the portal's Helm values only the cloud knows: the client ID, and the object IDs in names of groups. The access file says the rest. */
export const HelmValues = z.object({
  global: z
    .object({ adminGroupName: z.string(), developerGroupName: z.string(), viewerGroupName: z.string() })
    .partial()
    .default({}),
  "edp-headlamp": z.object({ config: z.object({ oidc: z.object({ clientID: Guid }) }) }).optional(),
  "krci-portal": z.object({ configEnv: z.object({ OIDC_CLIENT_ID: Guid }) }).optional(),
});
