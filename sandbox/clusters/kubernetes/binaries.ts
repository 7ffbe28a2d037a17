import { join } from "node:path";
import { findProgram, pathOf } from "../../machine/program";

/** Programs of a Kubernetes control plane, by path. */
export interface Binaries {
  readonly etcd: string;
  readonly kubeApiserver: string;
}

/** A sentence that says what is missing, and how to get it. */
export interface MissingBinaries {
  readonly missing: string;
}

const sources: Readonly<Record<string, string>> = {
  etcd: "setup-envtest has it, or run sandbox/clusters/kubernetes/build.sh",
  "kube-apiserver": "1.34 or newer; setup-envtest has it, or run sandbox/clusters/kubernetes/build.sh",
};

/** Looks for etcd and kube-apiserver in KUBEBUILDER_ASSETS, in ~/.cache/entra-eks and on PATH, in that order. */
export function findBinaries(env: NodeJS.ProcessEnv): Binaries | MissingBinaries {
  const { KUBEBUILDER_ASSETS, HOME } = env;
  const cache = HOME === undefined ? "" : join(HOME, ".cache", "entra-eks");
  const folders = [KUBEBUILDER_ASSETS ?? "", cache, ...pathOf(env)].filter((folder) => folder !== "");
  const find = (name: string) => findProgram(name, folders);
  const etcd = find("etcd");
  const kubeApiserver = find("kube-apiserver");
  if (etcd !== undefined && kubeApiserver !== undefined) return { etcd, kubeApiserver };
  const missing = Object.keys(sources).filter((name) => find(name) === undefined);
  const hints = missing.map((name) => `${name}: ${sources[name] ?? ""}`).join("; ");
  return {
    missing: `no ${missing.join(" and no ")} in KUBEBUILDER_ASSETS, in ~/.cache/entra-eks or on PATH (${hints})`,
  };
}
