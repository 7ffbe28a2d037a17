import { configNamespace, openshiftSecret } from "./openshift";
import type { OpenShiftTrust } from "./openshift-authentication";

/**
 * Arguments of `rosa create external-auth-provider`: github.com/openshift/rosa, pkg/externalauthprovider/flags.go. It has none for
 * a prefix. The client secret comes from the Secret on the cluster when the command runs.
 */
export function rosaProvider({
  openshift,
  authenticator,
}: OpenShiftTrust): readonly (readonly [flag: string, value: string])[] {
  const { issuerUrl, clientId, usernameClaim, requiredClaims } = authenticator;
  return [
    ["--cluster", openshift.clusterId ?? "<name or ID of the cluster>"],
    ["--name", openshift.provider],
    ["--issuer-url", issuerUrl],
    ["--issuer-audiences", clientId],
    ["--claim-mapping-username-claim", usernameClaim],
    ["--claim-mapping-groups-claim", "groups"],
    ...Object.entries(requiredClaims).map(
      ([claim, value]) => ["--claim-validation-rule", `${claim}:${value}`] as const,
    ),
    ...(openshift.console === false ? [] : ([["--console-client-id", clientId]] as const)),
  ];
}

/** Prints the client secret of the console: it stands in no output and in no file. */
export const secretByOc = (openshift: OpenShiftTrust["openshift"]) =>
  `oc get secret ${openshiftSecret(openshift)} -n ${configNamespace} -o jsonpath='{.data.clientSecret}' | base64 -d`;
