import { z } from "zod";
import { given } from "../../config/mistake";
import { NoAnswer } from "../../config/no-answer";
import { guid } from "../../config/schema/names";
import type { Surroundings } from "../doctor/surroundings";
import { ask, type Answered } from "../https/ask";
import { unanswered } from "../https/unanswered";
import { Refused } from "./refused";

const host = "login.microsoftonline.com";
const domain = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i;
const Discovery = z.object({ issuer: z.string() });

/**
 * The ID of a tenant: an ID is taken as it is, a domain is looked up in the tenant's OpenID configuration.
 *
 * learn.microsoft.com/entra/identity-platform/v2-protocols-oidc
 *
 * @throws Refused if it is neither, or Entra knows no such tenant
 * @throws NoAnswer if Entra cannot be asked
 */
export async function findTenant(text: string, { env, now, limit }: Surroundings): Promise<string> {
  if (guid.test(text)) return text.toLowerCase();
  if (!domain.test(text)) {
    throw new Refused(
      `--tenant must be the tenant's ID, a GUID, or one of its domains such as contoso.com, got ${given(text) ?? ""}`,
    );
  }
  let answered: Answered;
  try {
    const url = `https://${host}/${text.toLowerCase()}/v2.0/.well-known/openid-configuration`;
    answered = await ask(url, { env, now, signal: limit() });
  } catch (error) {
    throw new NoAnswer(
      `The tenant of ${text} cannot be looked up: ${host} is not reached from here, ${unanswered(error).reason}. Say --tenant with the tenant's ID`,
    );
  }
  const id = idIn(answered);
  if (id !== undefined) return id;
  // AADSTS90002: learn.microsoft.com/entra/identity-platform/reference-error-codes
  if (/AADSTS90002|invalid_tenant/.test(answered.body)) {
    throw new Refused(`--tenant must be a tenant of Entra, which has none with the domain ${text}`);
  }
  throw new NoAnswer(
    `The tenant of ${text} cannot be looked up: ${host} answered ${String(answered.status)}. Say --tenant with the tenant's ID`,
  );
}

function idIn({ status, body }: Answered): string | undefined {
  if (status !== 200) return undefined;
  try {
    const { issuer } = Discovery.parse(JSON.parse(body));
    const [, id = ""] = /^https:\/\/login\.microsoftonline\.com\/([^/]+)\/v2\.0$/.exec(issuer) ?? [];
    return guid.test(id) ? id.toLowerCase() : undefined;
  } catch {
    return undefined;
  }
}
