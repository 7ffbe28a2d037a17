import { issuerUrl } from "../../login/login";
import { krciCallback, krciSecretKeys, krciValues } from "../../portal/krci-portal";
import { clientScopes, secretName } from "../client";
import type { Preset } from "../preset";

/**
 * The KubeRocketCI Portal of the releases from 3.13 on, for the second portal and any further one: the first may be under `portal`, which
 * knows older releases and the roles of the chart too. It shows the ID token to the API server. Sources: model/portal/krci-portal.ts.
 */
export const krciPortal: Preset = {
  title: "KubeRocketCI Portal",
  callback: krciCallback,
  logout: "/",
  isAtRoot: true,
  demandsMail: true,
  passesToken: true,
  roles: [],
  secretKeys: () => ({ [krciSecretKeys.clientSecret]: "clientSecret", [krciSecretKeys.sessionKey]: "sessionKey" }),
  values: ({ name, client, access, clientId }) => ({
    "krci-portal": krciValues({
      url: client.url,
      namespace: client.namespace,
      secretName: secretName(name),
      issuerUrl: issuerUrl(access),
      clientId,
      scopes: clientScopes(access),
    }),
  }),
};
