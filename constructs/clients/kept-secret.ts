import { DataKubernetesAllNamespaces } from "@cdktf/provider-kubernetes/lib/data-kubernetes-all-namespaces";
import type { TerraformStack } from "cdktf";
import type { Cluster, Portal } from "../../config/schema/access";
import type { ClientSecret } from "../../model/clients/client-secret";
import { storedInAws } from "../../model/clients/stored-in-aws";
import type { PlacedAccess } from "../../model/placed-access";
import { connectKubernetes } from "../clusters/kubernetes-connection";
import type { RotatingPassword } from "../login/rotating-password";
import { addCheck } from "../terraform/check";
import { expression, reference, type Expression } from "../terraform/expression";
import { needWriteOnlyData, useAws } from "../terraform/providers";
import { template } from "../terraform/template";
import { KubernetesSecret } from "./kubernetes-secret";
import { revisionOf, secretData } from "./secret-data";
import { StoredSecret } from "./stored-secret";

export interface KeptSecretProps extends PlacedAccess {
  /** Address of what is made. */
  readonly id: string;
  readonly password: RotatingPassword;
  /** Client ID of the login application. */
  readonly clientId: Expression;
  /** The cluster that the client runs on. */
  readonly cluster: Cluster;
  readonly namespace: string;
  readonly secret: ClientSecret;
  readonly store: Portal["secret"]["store"];
  /** Whose it is, for people who look into AWS. */
  readonly description: string;
  /** Who reads it, as a sentence begins: `The portal`. */
  readonly reader: string;
  /** Where the access file has the client. */
  readonly at: string;
}

/** Writes what a client reads to the cluster or to AWS Secrets Manager. A secret never crosses a stack, so its password is in the same one. */
export function keepSecret(stack: TerraformStack, props: KeptSecretProps): void {
  const { id, secret, store, access, description } = props;
  const data = secretData(stack, { ...props, keys: secret.keys });
  const revision = revisionOf({ ...props, keys: secret.keys });
  const stored = storedInAws(props.cluster, store);
  if (stored === undefined) {
    writeToCluster(stack, props, { data, revision });
  } else {
    useAws(stack, stored.cluster.eks, access);
    new StoredSecret(stack, id, { name: stored.name, description, data, revision });
  }
}

interface Written {
  readonly data: Readonly<Record<string, Expression>>;
  readonly revision: Expression;
}

function writeToCluster(stack: TerraformStack, props: KeptSecretProps, written: Written): void {
  const { id, cluster, secret, namespace, reader, at } = props;
  connectKubernetes(stack, cluster, props);
  needWriteOnlyData(stack, props.access);
  const { friendlyUniqueId } = new DataKubernetesAllNamespaces(stack, "namespaces");
  const namespaces = reference("data.kubernetes_all_namespaces", friendlyUniqueId, "namespaces");
  const { name, labels } = secret;
  const namespaceAt = `${at}.namespace`;
  new KubernetesSecret(stack, id, { name, labels, namespace, namespaces, reader, namespaceAt, ...written });
}

/**
 * Warns while the secret before still works, but the client may not know the next one.
 *
 * @param readers who reads it, as a sentence begins, and within one
 */
export function warnOfEnds(
  stack: TerraformStack,
  password: RotatingPassword,
  { reader, readerWithin, namespace }: { reader: string; readerWithin: string; namespace: string },
): void {
  const ends = password.otherEnds;
  addCheck(stack, "secret_before", {
    condition: expression`length(${ends}) == 0`,
    errorMessage: template`${reader} has a new client secret. The one before still works until ${expression`join(", ", ${ends})`}: restart ${readerWithin} in namespace ${namespace} by then, if it has not been since.`,
  });
}
