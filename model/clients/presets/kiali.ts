import { issuerUrl } from "../../login/login";
import { pathOf, secretName } from "../client";
import type { Preset } from "../preset";

/**
 * Kiali shows the ID token to the API server (`api_token`, `disable_rbac`), and people come back to Kiali's own address: github.com/kiali/kiali,
 * config/config.go, handlers/authentication/openid_auth_controller.go. It works that address out from `server`: util/httputil/http_util.go,
 * GuessKialiURL. Its secret is the key `oidc-secret` of one Secret. It never refreshes a token, so it does not ask for that.
 */
export const kiali: Preset = {
  title: "Kiali",
  callback: "",
  passesToken: true,
  roles: [],
  secretKeys: () => ({ "oidc-secret": "clientSecret" }),
  values: ({ name, client, access, clientId }) => {
    const { protocol, hostname, port } = new URL(client.url);
    const web_schema = protocol.replace(":", "");
    return {
      auth: {
        strategy: "openid",
        openid: {
          client_id: clientId,
          issuer_uri: issuerUrl(access),
          scopes: ["openid", "profile", "email"],
          username_claim: access.login.username.claim,
          api_token: "id_token",
          disable_rbac: false,
        },
      },
      deployment: { secret_name: secretName(name) },
      server: {
        web_fqdn: hostname,
        web_port: port === "" ? (web_schema === "https" ? "443" : "80") : port,
        web_root: pathOf(client.url),
        web_schema,
      },
    };
  },
};
