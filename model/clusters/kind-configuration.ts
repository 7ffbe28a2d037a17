import { stringify } from "yaml";
import { configurationFile, startedWith, type ApiServerSettings, type StartedWith } from "./api-server-settings";
import { apiServerFolder, extraVolumes, type KubeadmVersion } from "./kubeadm-configuration";

/** An operation of RFC 6902. */
interface Operation {
  readonly op: "add";
  readonly path: string;
  readonly value: unknown;
}

/**
 * A cluster of kind whose API server trusts a login. kind writes v1beta4 of kubeadm's configuration from Kubernetes 1.36 on and
 * v1beta3 before, and leaves out a patch of the other version, so that both stand here. They add to what kind has written itself:
 * pkg/cluster/internal/kubeadm/config.go and pkg/internal/patch of sigs.k8s.io/kind.
 */
export function kindConfiguration(settings: ApiServerSettings) {
  const started = startedWith(settings, apiServerFolder);
  const versions = ["v1beta3", "v1beta4"] as const;
  return {
    apiVersion: "kind.x-k8s.io/v1alpha4",
    kind: "Cluster",
    nodes: [
      {
        role: "control-plane",
        ...(started.folder === undefined ? {} : { extraMounts: [mount(started.folder)] }),
      },
    ],
    kubeadmConfigPatchesJSON6902: versions.map((version) => ({
      group: "kubeadm.k8s.io",
      version,
      kind: "ClusterConfiguration",
      patch: stringify(operations(version, started), { lineWidth: 0 }),
    })),
  };
}

/** A relative path starts where kind is run. */
const mount = (folder: string) => ({
  hostPath: `./${configurationFile}`,
  containerPath: `${folder}/${configurationFile}`,
  readOnly: true,
});

function operations(version: KubeadmVersion, { flags, folder }: StartedWith): Operation[] {
  return [
    ...flags.map((flag): Operation =>
      version === "v1beta4"
        ? { op: "add", path: "/apiServer/extraArgs/-", value: flag }
        : { op: "add", path: `/apiServer/extraArgs/${flag.name}`, value: flag.value },
    ),
    ...(folder === undefined
      ? []
      : [{ op: "add" as const, path: "/apiServer/extraVolumes", value: extraVolumes(folder) }]),
  ];
}
