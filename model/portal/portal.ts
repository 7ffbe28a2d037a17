import type { Portal } from "../../config/schema/access";
import type { ClientSecret } from "../clients/client-secret";
import { krciCallback, krciSecretKeys } from "./krci-portal";

/** The two programs that the KubeRocketCI Portal has been, as github.com/epam/edp-install installs them. */
export type PortalChart = "edp-headlamp" | "krci-portal";

/** Up to 3.12 edp-headlamp; 3.13 brought krci-portal and switched edp-headlamp off. */
export function chartOf({ version }: Pick<Portal, "version">): PortalChart {
  return Number(version.split(".")[1]) < 13 ? "edp-headlamp" : "krci-portal";
}

/**
 * Where Entra sends people back to: after they signed in, and to the portal itself after they signed out. An address
 * without a path needs a slash at its end.
 */
export function redirectUris(portal: Pick<Portal, "version" | "url">): string[] {
  const callback = { "edp-headlamp": "/oidc-callback", "krci-portal": krciCallback }[chartOf(portal)];
  return [callback, "/"].map((path) => new URL(path, portal.url).href);
}

/** The Kubernetes Secret that the chart reads. */
export interface ChartSecret {
  readonly name: string;
  /** Key of the client secret. */
  readonly clientSecretKey: string;
  /**
   * Key of the text that the portal signs its sessions with.
   *
   * @default - the chart makes its own
   */
  readonly serverSecretKey?: string;
}

/** learn more: docs.kuberocketci.io, "UI Portal OIDC configuration" */
export function secretOf(portal: Pick<Portal, "version">): ChartSecret {
  switch (chartOf(portal)) {
    case "edp-headlamp":
      return { name: "keycloak-client-headlamp-secret", clientSecretKey: "clientSecret" };
    case "krci-portal":
      return {
        name: "portal-secret",
        clientSecretKey: krciSecretKeys.clientSecret,
        serverSecretKey: krciSecretKeys.sessionKey,
      };
  }
}

/** The same by the keys that the chart reads. */
export function portalSecret(portal: Pick<Portal, "version">): ClientSecret {
  const { name, clientSecretKey, serverSecretKey } = secretOf(portal);
  const keys = {
    [clientSecretKey]: "clientSecret" as const,
    ...(serverSecretKey === undefined ? {} : { [serverSecretKey]: "sessionKey" as const }),
  };
  return { name, keys };
}
