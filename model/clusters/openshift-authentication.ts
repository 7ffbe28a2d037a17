import type { TokenAuthenticator } from "../authentication/token-authenticator";
import { openIdScopes } from "./openid-claims";
import { openshiftSecret, type OpenShift } from "./openshift";

/** What an OpenShift cluster is told so that its API server takes ID tokens. */
export interface OpenShiftTrust {
  readonly openshift: OpenShift;
  readonly authenticator: TokenAuthenticator;
}

/**
 * The resource `Authentication` of a cluster: github.com/openshift/api, config/v1/types_authentication.go. A prefix that is left out would be
 * the issuer.
 */
export function openshiftAuthentication({ openshift, authenticator }: OpenShiftTrust) {
  const { issuerUrl, clientId, usernameClaim, usernamePrefix, groupsPrefix, requiredClaims } = authenticator;
  const rules = Object.entries(requiredClaims).map(([claim, requiredValue]) => ({
    type: "RequiredClaim",
    requiredClaim: { claim, requiredValue },
  }));
  return {
    apiVersion: "config.openshift.io/v1",
    kind: "Authentication",
    metadata: { name: "cluster" },
    spec: {
      type: "OIDC",
      webhookTokenAuthenticator: null,
      oidcProviders: [
        {
          name: openshift.provider,
          issuer: { issuerURL: issuerUrl, audiences: [clientId] },
          claimMappings: {
            username:
              usernamePrefix === ""
                ? { claim: usernameClaim, prefixPolicy: "NoPrefix" }
                : { claim: usernameClaim, prefixPolicy: "Prefix", prefix: { prefixString: usernamePrefix } },
            groups: { claim: "groups", prefix: groupsPrefix },
          },
          ...(rules.length === 0 ? {} : { claimValidationRules: rules }),
          oidcClients: [
            { componentName: "cli", componentNamespace: "openshift-console", clientID: clientId },
            ...(openshift.console === false
              ? []
              : [
                  {
                    componentName: "console",
                    componentNamespace: "openshift-console",
                    clientID: clientId,
                    clientSecret: { name: openshiftSecret(openshift) },
                    extraScopes: openIdScopes,
                  },
                ]),
          ],
        },
      ],
    },
  };
}
