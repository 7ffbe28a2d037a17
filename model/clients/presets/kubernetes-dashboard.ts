import { issuerUrl } from "../../login/login";
import { clientScopes, secretName } from "../client";
import type { Preset } from "../preset";

/**
 * Kubernetes Dashboard shows the API server the bearer token that it is given, and oauth2-proxy gives it the ID token: github.com/oauth2-proxy/oauth2-proxy,
 * docs/docs/configuration/overview.md, `pass-authorization-header` to its upstream, `set-authorization-header` to an ingress that asks it.
 * Values of its chart: github.com/oauth2-proxy/manifests, helm/oauth2-proxy. A cookie key has 16, 24 or 32 bytes: pkg/encryption/utils.go.
 */
export const kubernetesDashboard: Preset = {
  title: "Kubernetes Dashboard",
  callback: "/oauth2/callback",
  passesToken: true,
  roles: [],
  secretKeys: () => ({ "client-id": "clientId", "client-secret": "clientSecret", "cookie-secret": "cookieKey" }),
  values: ({ name, callback, access }) => ({
    config: { existingSecret: secretName(name) },
    extraArgs: {
      provider: "oidc",
      "oidc-issuer-url": issuerUrl(access),
      "redirect-url": callback,
      scope: clientScopes(access).join(" "),
      "code-challenge-method": "S256",
      // Whom a session belongs to; a person without a mailbox has no email.
      "oidc-email-claim": access.login.username.claim,
      "email-domain": "*",
      // Before the ID token ends, which lives an hour or longer.
      ...(access.login.issuer === "v2" ? { "cookie-refresh": "30m" } : {}),
      "reverse-proxy": true,
      "skip-provider-button": true,
      "pass-authorization-header": true,
      "set-authorization-header": true,
    },
  }),
};
