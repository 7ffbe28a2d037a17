import { stringify } from "yaml";
import { NoAnswer } from "../../config/no-answer";
import type { Access, OpenShiftCluster } from "../../config/schema/access";
import type { OpenShiftWay } from "../../config/schema/clusters/openshift";
import { clusterAuthenticator } from "../../model/authentication/cluster-authenticator";
import { aroExternalAuth } from "../../model/clusters/aro-external-auth";
import type { OpenShift } from "../../model/clusters/openshift";
import { openshiftAuthentication, type OpenShiftTrust } from "../../model/clusters/openshift-authentication";
import { oauthProvider } from "../../model/clusters/openshift-oauth";
import { rosaProvider, secretByOc } from "../../model/clusters/rosa-provider";
import { shellWord } from "../terminal/shell-word";
import type { OpenShiftFormat } from "./formats";
import type { InFormat } from "./in-format";
import { oauthCommand } from "./oauth-command";

/** The format that tells a cluster of this way; ROSA classic hears of it by Terraform. */
const usualFormat: Readonly<Record<OpenShiftWay, OpenShiftFormat | undefined>> = {
  external: "openshift",
  "rosa-hcp": "rosa",
  oauth: "openshift",
  "rosa-classic": undefined,
};

/**
 * The format in which a cluster is told.
 *
 * @param key of the cluster, for messages
 * @param format the one that is asked for; without it the usual one
 * @throws NoAnswer if the cluster is not told in this form
 */
export function openshiftFormat(
  key: string,
  { signIn }: OpenShift,
  format: OpenShiftFormat | undefined,
): OpenShiftFormat {
  const usual = usualFormat[signIn];
  if (usual === undefined) {
    throw new NoAnswer(
      `clusters.${key} is a ROSA classic cluster: the stack "openshift-${key}" tells Red Hat's API whom it trusts, and there is nothing to print`,
    );
  }
  const chosen = format ?? usual;
  if (chosen !== usual && !(signIn === "external" && chosen === "aro")) {
    throw new NoAnswer(
      `--format ${chosen} is not for clusters.${key}, whose signIn is ${signIn}; use --format ${usual}`,
    );
  }
  return chosen;
}

/**
 * What tells an OpenShift cluster to trust the login.
 *
 * @param format one that the cluster is told in
 */
export function inOpenShiftFormat(
  access: Access,
  cluster: OpenShiftCluster,
  clientId: string,
  format: OpenShiftFormat,
): InFormat {
  const { openshift } = cluster;
  const trust = { openshift, authenticator: clusterAuthenticator(access, cluster, clientId) };
  if (openshift.signIn === "oauth") return oauthCommand(oauthProvider(access, openshift, clientId));
  switch (format) {
    case "openshift":
      return asResource(openshiftAuthentication(trust));
    case "rosa":
      return asCommand(trust);
    case "aro": {
      const value = aroExternalAuth(trust);
      return { value, text: JSON.stringify(value, undefined, 2) };
    }
  }
}

const inYaml = (value: unknown) => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });

function asResource(value: unknown): InFormat {
  const comments = [
    "# Save this as authentication.yaml. Keep a kubeconfig with a client certificate: the nodes restart for 20 minutes or more. Then:",
    "# oc patch authentication.config/cluster --type=merge --patch-file authentication.yaml",
  ];
  return { value, text: [...comments, inYaml(value)].join("\n") };
}

function asCommand(trust: OpenShiftTrust): InFormat {
  const args = rosaProvider(trust);
  const secret =
    trust.openshift.console === false ? [] : [`  --console-client-secret "$(${secretByOc(trust.openshift)})"`];
  const lines = [...args.map(([flag, value]) => `  ${flag} ${shellWord(value)}`), ...secret];
  return {
    value: ["rosa", "create", "external-auth-provider", ...args.flat()],
    text: ["rosa create external-auth-provider \\", lines.join(" \\\n")].join("\n"),
  };
}
