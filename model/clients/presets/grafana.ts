import { groupIds } from "../group-ids";
import { clientScopes, secretName } from "../client";
import type { ClientRole, Preset } from "../preset";

const roles: Readonly<Record<ClientRole, string>> = { admin: "Admin", editor: "Editor", viewer: "Viewer" };

/**
 * Grafana asks no API server: what people may do, its roles say. `auth.azuread` maps only roles of the application to them, so this is
 * `auth.generic_oauth`, which maps groups: github.com/grafana/grafana, docs/sources/setup-grafana/configure-security/configure-authentication,
 * generic-oauth and azuread. Values of its chart: `envValueFrom` and `grafana.ini`.
 */
export const grafana: Preset = {
  title: "Grafana",
  callback: "/login/generic_oauth",
  passesToken: false,
  roles: ["admin", "editor", "viewer"],
  secretKeys: () => ({ "client-secret": "clientSecret" }),
  values: (props) => {
    const { name, client, access, clientId } = props;
    const entra = `https://login.microsoftonline.com/${access.tenant}/oauth2/v2.0`;
    // The strongest first: JMESPath takes the first that holds.
    const path = groupIds(props).map(([role, id]) => `contains(groups[*], '${id}') && '${roles[role]}'`);
    return {
      "grafana.ini": {
        server: { root_url: client.url },
        "auth.generic_oauth": {
          enabled: true,
          name: "Microsoft Entra ID",
          client_id: clientId,
          scopes: clientScopes(access).join(" "),
          auth_url: `${entra}/authorize`,
          token_url: `${entra}/token`,
          api_url: "https://graph.microsoft.com/oidc/userinfo",
          use_pkce: true,
          use_refresh_token: access.login.issuer === "v2",
          login_attribute_path: "preferred_username",
          role_attribute_path: path.join(" || "),
          role_attribute_strict: true,
        },
      },
      envValueFrom: {
        GF_AUTH_GENERIC_OAUTH_CLIENT_SECRET: { secretKeyRef: { name: secretName(name), key: "client-secret" } },
      },
    };
  },
};
