import type { OpenShiftCluster } from "../../config/schema/access";

/** What a provider signs in with that is neither Entra's, nor AWS's, nor the API server's. Its values are secret. */
export interface ProviderCredentials {
  /** Whose API it is. */
  readonly where: "Red Hat";
  /** Environment variables, by alternatives: those of one are set together. */
  readonly variables: readonly (readonly string[])[];
  /** The role there, as its documentation calls it. */
  readonly role: string;
}

/**
 * github.com/terraform-redhat/terraform-provider-rhcs, v1.7.7 provider/provider.go; docs.redhat.com, OpenShift Cluster Manager,
 * "OCM roles and access"
 */
const ofRhcs: ProviderCredentials = {
  where: "Red Hat",
  variables: [["RHCS_CLIENT_ID", "RHCS_CLIENT_SECRET"], ["RHCS_TOKEN"]],
  role: "Identity provider editor",
};

/** Those of the stack with the client secret of a cluster. */
export const openshiftCredentials = ({ openshift }: Pick<OpenShiftCluster, "openshift">): ProviderCredentials[] =>
  openshift.signIn === "rosa-classic" ? [ofRhcs] : [];

/** `RHCS_CLIENT_ID and RHCS_CLIENT_SECRET, or RHCS_TOKEN` */
export const variablesInWords = ({ variables }: ProviderCredentials): string =>
  variables.map((together) => together.join(" and ")).join(", or ");
