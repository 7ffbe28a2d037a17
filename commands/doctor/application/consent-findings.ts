import type { Access } from "../../../config/schema/access";
import { adminConsentUrl } from "../../../model/login/login";
import { delegatedScopes } from "../../../model/login/microsoft-graph";
import { deployCommand } from "../../../model/terraform/deploy-command";
import { about, type Finding } from "../finding";
import type { GraphReader, LiveLogin } from "./graph-reader";

const { broken, fine } = about("consent");

/** Whether somebody has consented for the whole tenant to what people are asked for at sign-in. */
export async function consentFindings(
  { tenant, login }: Access,
  clientId: string,
  { servicePrincipal }: LiveLogin,
  graph: GraphReader,
): Promise<Finding[]> {
  if (servicePrincipal === undefined) return [];
  const consents = await graph.consents(servicePrincipal.id);
  const scopes = consents
    .filter(({ consentType }) => consentType === "AllPrincipals")
    .flatMap(({ scope }) => (scope ?? "").split(" "));
  const lacking = Object.keys(delegatedScopes).filter((scope) => !scopes.includes(scope));
  if (lacking.length === 0) return [fine("consent", "An administrator has consented for the tenant")];
  const remedy =
    login.consent === "grant"
      ? `${deployCommand("login")} consents`
      : `An administrator opens ${adminConsentUrl(tenant, clientId, login)}`;
  return [
    broken(
      "consent-missing",
      `Nobody has consented for the tenant to ${lacking.join(", ")}, so Entra asks people or refuses them`,
      remedy,
    ),
  ];
}
