import type { Access, LoginSettings, Portal } from "../../config/schema/access";
import { clientScopes } from "../clients/client";
import { own } from "../own";
import { krciValues } from "./krci-portal";
import { chartOf, secretOf } from "./portal";

/** @typeParam Text what stands for a text that is known to the cloud only */
export interface PortalValuesProps<Text> {
  readonly portal: Portal;
  /** What the whole cluster trusts. */
  readonly issuerUrl: Text;
  readonly clientId: Text;
  readonly issuer: LoginSettings["issuer"];
  /** Name in Kubernetes of each group of `portal.groups`: prefix and object ID. */
  readonly groupNames: Readonly<Record<keyof Access["groups"], Text>>;
}

/** Values for the chart of github.com/epam/edp-install, by the keys of its `values.yaml`. Nothing in them is secret. */
export function portalValues<Text>(props: PortalValuesProps<Text>) {
  const roles = rolesOf(props);
  return {
    ...(Object.keys(roles).length === 0 ? {} : { global: roles }),
    ...chartValues(props),
  };
}

/** RoleBindings of the chart, in its own namespace: deploy-templates/templates/rbac. */
function rolesOf<Text>({ portal, groupNames }: PortalValuesProps<Text>): Record<string, Text | string> {
  const { admin, developer, viewer } = portal.groups;
  const names = { adminGroupName: admin, developerGroupName: developer, viewerGroupName: viewer };
  return Object.fromEntries(
    Object.entries(names).flatMap(([key, group]) =>
      group === undefined ? [] : [[key, own(groupNames, group) ?? group] as const],
    ),
  );
}

function chartValues<Text>({ portal, issuerUrl, clientId, issuer }: PortalValuesProps<Text>) {
  const { name, clientSecretKey } = secretOf(portal);
  switch (chartOf(portal)) {
    case "edp-headlamp":
      return {
        "edp-headlamp": {
          enabled: true,
          config: {
            oidc: {
              enabled: true,
              issuerUrl,
              clientID: clientId,
              clientSecretName: name,
              clientSecretKey,
              scopes: "profile,email",
            },
          },
        },
      };
    case "krci-portal":
      return {
        "krci-portal": krciValues({
          url: portal.url,
          namespace: portal.namespace,
          secretName: name,
          issuerUrl,
          clientId,
          scopes: clientScopes({ login: { issuer } }),
        }),
      };
  }
}
