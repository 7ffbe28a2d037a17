import type { Access } from "../../config/schema/access";
import { issuerUrl } from "../login/login";
import { openIdClaims, openIdScopes } from "./openid-claims";
import { openshiftSecret, type OpenShift } from "./openshift";

/**
 * One identity provider of the resource `OAuth`: github.com/openshift/api, config/v1/types_oauth.go. Its list has no keys, so whoever applies
 * one takes the others away.
 */
export function oauthProvider(access: Pick<Access, "tenant" | "login">, openshift: OpenShift, clientId: string) {
  const { mappingMethod = "claim", provider } = openshift;
  return {
    name: provider,
    mappingMethod,
    type: "OpenID",
    openID: {
      clientID: clientId,
      clientSecret: { name: openshiftSecret(openshift) },
      issuer: issuerUrl(access),
      extraScopes: openIdScopes,
      claims: openIdClaims(access),
    },
  };
}
