import { eksClusters } from "../../model/clusters/eks-clusters";
import type { World } from "./world";

/** Destroys every stack; then the directory has what it had before, and no cluster an association. */
export async function expectNothingLeft(world: World): Promise<void> {
  await (await world.deployment()).destroy();
  expectNothingMade(world);
}

/** The directory has what it had before, and no cluster an association. */
export function expectNothingMade(world: World): void {
  const { directory, clusters, props } = world.sandbox;
  expect(directory.all("applications").map(({ displayName }) => displayName)).toEqual(["terraform"]);
  expect(directory.all("servicePrincipals").map(({ displayName }) => displayName)).toEqual([
    "Microsoft Graph",
    "terraform",
  ]);
  expect(directory.all("groups")).toEqual([]);
  expect(eksClusters(props.access).flatMap(([, { eks }]) => clusters.eks.association(eks.name) ?? [])).toEqual([]);
}
