import { openIdScopes } from "./openid-claims";
import type { OpenShiftTrust } from "./openshift-authentication";

/**
 * Body of `hcpOpenShiftClusters/externalAuths` in Azure's API:
 * learn.microsoft.com/azure/templates/microsoft.redhatopenshift/hcpopenshiftclusters/externalauths
 */
export function aroExternalAuth({ openshift, authenticator }: OpenShiftTrust) {
  const { issuerUrl, clientId, usernameClaim, usernamePrefix, groupsPrefix, requiredClaims } = authenticator;
  const component = (name: string, type: "Confidential" | "Public") => ({
    clientId,
    component: { name, authClientNamespace: "openshift-console" },
    type,
  });
  return {
    properties: {
      issuer: { url: issuerUrl, audiences: [clientId] },
      claim: {
        mappings: {
          username:
            usernamePrefix === ""
              ? { claim: usernameClaim, prefixPolicy: "NoPrefix" }
              : { claim: usernameClaim, prefixPolicy: "Prefix", prefix: usernamePrefix },
          groups: { claim: "groups", ...(groupsPrefix === "" ? {} : { prefix: groupsPrefix }) },
        },
        validationRules: Object.entries(requiredClaims).map(([claim, requiredValue]) => ({
          type: "RequiredClaim",
          requiredClaim: { claim, requiredValue },
        })),
      },
      clients: [
        component("cli", "Public"),
        ...(openshift.console === false
          ? []
          : [{ ...component("console", "Confidential"), extraScopes: openIdScopes }]),
      ],
    },
  };
}
