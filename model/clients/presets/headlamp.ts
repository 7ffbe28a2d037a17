import { issuerUrl } from "../../login/login";
import { clientScopes, pathOf, secretName } from "../client";
import type { ClientProps, Preset } from "../preset";

/** `openid` goes without saying, commas part the others: backend/pkg/config/config.go, `-oidc-scopes`. */
const scopesOf = ({ access }: Pick<ClientProps, "access">) => clientScopes(access).slice(1).join(",");

/**
 * Headlamp shows the ID token to the API server, unless `-oidc-use-access-token` says otherwise: github.com/kubernetes-sigs/headlamp,
 * docs/installation/in-cluster/oidc.md. With `config.oidc.externalSecret` its chart reads every setting from one Secret, by these
 * keys: charts/headlamp/templates/deployment.yaml.
 */
export const headlamp: Preset = {
  title: "Headlamp",
  callback: "/oidc-callback",
  passesToken: true,
  // Its server redeems the code: backend/cmd/headlamp.go.
  public: "native",
  roles: [],
  secretKeys: (props) => ({
    OIDC_CLIENT_ID: "clientId",
    OIDC_CLIENT_SECRET: "clientSecret",
    OIDC_ISSUER_URL: { text: issuerUrl(props.access) },
    OIDC_SCOPES: { text: scopesOf(props) },
    OIDC_CALLBACK_URL: { text: props.callback },
  }),
  values: (props) => {
    const { name, client, callback: callbackURL, access, clientId } = props;
    const baseURL = pathOf(client.url);
    const read = { externalSecret: { enabled: true, name: secretName(name), hasScopes: true }, callbackURL };
    const told = {
      clientID: clientId,
      issuerURL: issuerUrl(access),
      scopes: scopesOf(props),
      callbackURL,
      usePKCE: true,
    };
    const oidc = { secret: { create: false }, ...(client.public === undefined ? read : told) };
    return { config: { ...(baseURL === "" ? {} : { baseURL }), oidc } };
  },
};
