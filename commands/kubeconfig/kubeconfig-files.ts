import { delimiter, join } from "node:path";

/** The files that kubectl merges: kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig */
export function kubeconfigFiles({ KUBECONFIG: files = "" }: NodeJS.ProcessEnv, home: string): string[] {
  const named = files.split(delimiter).filter((file) => file !== "");
  return named.length > 0 ? named : [join(home, ".kube", "config")];
}
