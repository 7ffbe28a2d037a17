import { readFileSync } from "node:fs";
import type { TokenCredential } from "@azure/identity";

/**
 * An access token for Microsoft Graph, from the credentials that Terraform would use: ARM_* of an application, else az login.
 *
 * registry.terraform.io/providers/hashicorp/azuread/latest/docs
 *
 * @throws if there are none, or Entra refuses them
 */
export async function entraToken(tenant: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<string> {
  const credential = await credentialOf(tenant, env);
  const token = await credential.getToken("https://graph.microsoft.com/.default", { abortSignal: signal });
  if (token === null) throw new Error("Entra gave no token");
  return token.token;
}

async function credentialOf(tenant: string, env: NodeJS.ProcessEnv): Promise<TokenCredential> {
  const identity = await import("@azure/identity");
  const { ARM_CLIENT_ID: clientId, ARM_CLIENT_SECRET: secret, ARM_CLIENT_CERTIFICATE_PATH: certificatePath } = env;
  if (clientId !== undefined && secret !== undefined) {
    return new identity.ClientSecretCredential(tenant, clientId, secret);
  }
  if (clientId !== undefined && certificatePath !== undefined) {
    return new identity.ClientCertificateCredential(tenant, clientId, { certificatePath });
  }
  const { ARM_OIDC_TOKEN: assertion, ARM_OIDC_TOKEN_FILE_PATH: file } = env;
  if (clientId !== undefined && (assertion !== undefined || file !== undefined)) {
    const read = () => Promise.resolve(assertion ?? readFileSync(file ?? "", "utf8").trim());
    return new identity.ClientAssertionCredential(tenant, clientId, read);
  }
  return new identity.AzureCliCredential({ tenantId: tenant });
}
