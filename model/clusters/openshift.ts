import type { Access, Cluster, OpenShiftCluster } from "../../config/schema/access";
import type { OpenShiftWay } from "../../config/schema/clusters/openshift";
import { ofKind } from "./of-kind";

export type OpenShift = OpenShiftCluster["openshift"];

/** Whether an OAuth server signs people in and gives them tokens of its own, which are no ID tokens. */
export const byOAuthServer = ({ signIn }: { readonly signIn?: string | undefined }): boolean =>
  signIn === ("oauth" satisfies OpenShiftWay) || signIn === ("rosa-classic" satisfies OpenShiftWay);

/** How the OAuth server of a cluster is set; nothing where there is none, as everywhere but on OpenShift. */
export function oauthServerOf(cluster: Cluster | undefined): OpenShift | undefined {
  const openshift = ofKind(cluster, "openshift")?.openshift;
  return openshift !== undefined && byOAuthServer(openshift) ? openshift : undefined;
}

/** Whether the OAuth server of a cluster comes to users by this method. */
export const mapsBy = (cluster: Cluster | undefined, method: NonNullable<OpenShift["mappingMethod"]>): boolean =>
  oauthServerOf(cluster)?.mappingMethod === method;

/** Whether a part of the cluster redeems codes with a client secret: the OAuth server, or the web console. */
export const needsSecret = (openshift: {
  readonly signIn?: string | undefined;
  readonly console?: boolean | undefined;
}): boolean => byOAuthServer(openshift) || openshift.console !== false;

/**
 * Where Entra sends people back to. docs.redhat.com, OpenShift Container Platform 4.20, "Configuring an OpenID Connect identity
 * provider" and "Configuring an external OIDC identity provider for direct authentication"
 */
export const openshiftCallback = ({
  domain,
  signIn,
  provider,
}: Pick<OpenShift, "domain" | "signIn" | "provider">): string =>
  byOAuthServer({ signIn })
    ? `https://oauth-openshift.${domain}/oauth2callback/${provider}`
    : `https://console-openshift-console.${domain}/auth/callback`;

/** The stack with the client secret of a cluster. */
export const openshiftStack = (cluster: string) => `openshift-${cluster}`;

/** The namespace in which OpenShift looks for the secrets of identity providers. */
export const configNamespace = "openshift-config";

/**
 * The Secret there that OpenShift reads. Of a console ARO wants just this name: learn.microsoft.com/azure/openshift/howto-configure-external-authentication
 */
export const openshiftSecret = ({ provider, signIn }: Pick<OpenShift, "provider" | "signIn">): string =>
  byOAuthServer({ signIn }) ? `${provider}-client-secret` : `${provider}-console-openshift-console`;

/** The clusters that have such a stack, by key. Of one that is absent the stack goes too. */
export function openshiftsWithSecret({
  clusters,
}: Pick<Access, "clusters">): [key: string, cluster: OpenShiftCluster][] {
  return Object.entries(clusters).flatMap(([key, cluster]) => {
    const openshift = ofKind(cluster, "openshift");
    return openshift !== undefined && needsSecret(openshift.openshift) ? [[key, openshift]] : [];
  });
}
