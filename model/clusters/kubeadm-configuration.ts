import { isAtLeast } from "../authentication/kubernetes-version";
import { startedWith, type ApiServerSettings, type StartedWith } from "./api-server-settings";

/** Where the API server's pod finds the file, and the node it runs on: a folder, because a mounted file that is replaced stays the old one. */
export const apiServerFolder = "/etc/kubernetes/entra-eks";

/** `apiServer` of kubeadm's ClusterConfiguration: a list of arguments since v1beta4, before a map in which each stands once. */
export type KubeadmVersion = "v1beta3" | "v1beta4";

const withVersion4 = { major: 1, minor: 31 };

/** The newest that this version's kubeadm reads: cmd/kubeadm/app/apis/kubeadm/v1beta4 of k8s.io/kubernetes. */
export const kubeadmVersion = ({ kubernetes }: ApiServerSettings): KubeadmVersion =>
  isAtLeast(kubernetes, withVersion4) ? "v1beta4" : "v1beta3";

/** What of a ClusterConfiguration makes the API server trust a login; `kubeadm init --config` takes it with the rest of yours. */
export function kubeadmConfiguration(settings: ApiServerSettings) {
  const version = kubeadmVersion(settings);
  const { flags, folder } = startedWith(settings, apiServerFolder);
  return {
    apiVersion: `kubeadm.k8s.io/${version}`,
    kind: "ClusterConfiguration",
    apiServer: {
      extraArgs: version === "v1beta4" ? flags : Object.fromEntries(flags.map(({ name, value }) => [name, value])),
      ...(folder === undefined ? {} : { extraVolumes: extraVolumes(folder) }),
    },
  };
}

/** What brings the folder from the node into the API server's pod: HostPathMount in the same types. */
export const extraVolumes = (folder: string) => [
  { name: "entra-eks", hostPath: folder, mountPath: folder, readOnly: true, pathType: "Directory" },
];

/** Why kubeadm cannot take these flags; nothing if it can. */
export function beyondKubeadm(version: KubeadmVersion, { flags }: StartedWith): string | undefined {
  const names = flags.map(({ name }) => name);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (version === "v1beta4" || twice === undefined) return undefined;
  return `kubeadm ${version} takes each flag once, and --${twice} is needed for each required claim; require one claim`;
}
