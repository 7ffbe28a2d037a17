import type { KubernetesProviderConfig } from "@cdktf/provider-kubernetes/lib/provider";
import { resolve } from "node:path";
import type { KubeconfigContext } from "../../config/schema/access";
import { literal } from "../terraform/literal";

/** Home stays as it is written: the provider knows whose it is. */
export function fromKubeconfig(
  { kubeconfig, context }: KubeconfigContext,
  directory: string,
): KubernetesProviderConfig {
  const path = kubeconfig.startsWith("~/") ? kubeconfig : resolve(directory, kubeconfig);
  return { configPath: literal(path), configContext: literal(context) };
}
