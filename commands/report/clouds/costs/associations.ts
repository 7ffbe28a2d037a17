import { renamedClusters } from "../renamed-clusters";
import { changedOf, type Changed, type Cost } from "./cost";

const type = "aws_eks_identity_provider_config";

/** What AWS takes its time for. */
export function associations(changed: Changed): Cost[] {
  const clusters = (action: "create" | "replace" | "destroy") =>
    changedOf(changed, type, action).map(({ stack }) => stack.replace("eks-", ""));
  const renamed = renamedClusters(changed);
  const moved = new Set(clusters("create").filter((cluster) => renamed.has(cluster)));
  const before = new Set([...moved].map((cluster) => renamed.get(cluster)));
  return [
    ...[...moved].map((cluster) => ({
      id: "association-renamed",
      sentence: `The people of ${cluster} are locked out for 20 to 40 minutes twice: AWS takes the association of ${String(renamed.get(cluster))} away and makes that of ${cluster}, and nobody can sign in for 40 to 80 minutes.`,
    })),
    ...clusters("replace").map((cluster) => ({
      id: "association-replaced",
      sentence: `The people of ${cluster} are locked out for 20 to 40 minutes twice: AWS takes the association away and makes it again, and nobody can sign in to ${cluster} for 40 to 80 minutes.`,
    })),
    ...clusters("create")
      .filter((cluster) => !moved.has(cluster))
      .map((cluster) => ({
        id: "association-created",
        sentence: `AWS takes 20 to 40 minutes to associate ${cluster}. RBAC does not wait for that.`,
      })),
    ...clusters("destroy")
      .filter((cluster) => !before.has(cluster))
      .map((cluster) => ({
        id: "association-destroyed",
        sentence: `Nobody can sign in to ${cluster} with Entra any more: its association goes.`,
      })),
  ];
}
