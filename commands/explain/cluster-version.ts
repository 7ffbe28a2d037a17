import { stateIn } from "../../config/states/state";
import { kubernetesVersion, type KubernetesVersion } from "../../model/authentication/kubernetes-version";
import { ofKind } from "../../model/clusters/of-kind";
import { own } from "../../model/own";
import type { PlacedAccess } from "../../model/placed-access";
import { statePlace } from "../../model/states/state-place";

/** Whose rules are taken where the version is not known: they are the same from 1.34 to 1.37. */
export const usualVersion: KubernetesVersion = { major: 1, minor: 34 };

/** The version of an EKS cluster when its stack was last deployed; known only where the state is a local file. */
export function clusterVersion(file: PlacedAccess, cluster: string): KubernetesVersion | undefined {
  if (ofKind(own(file.access.clusters, cluster), "eks") === undefined) return undefined;
  const place = statePlace(file, `eks-${cluster}`);
  if (place.type !== "local") return undefined;
  const instances = stateIn(place.path)?.resources.find(
    ({ mode, type }) => mode === "data" && type === "aws_eks_cluster",
  );
  const version = instances?.instances[0]?.attributes?.["version"];
  return typeof version === "string" ? kubernetesVersion(version) : undefined;
}
