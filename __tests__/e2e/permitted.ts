import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { graphPermissions } from "../../commands/permissions/graph-permissions";
import { policiesOf } from "../../commands/permissions/iam";
import { groupOf, inKubernetes } from "../../commands/permissions/kubernetes";
import type { Phase } from "../../model/permissions/need";
import type { StackPermissions } from "../../model/permissions/stack-permissions";
import { awsCredentials } from "../../sandbox/clusters";
import { kubectl } from "./admin-kubectl";
import { keptObjects } from "./kept-objects";
import type { World } from "./world";

/** Makes the deploying identity hold exactly what `entra-eks permissions` prints for one stack and phase. */
export function hold(world: World, stack: StackPermissions, phase: Phase): void {
  const { directory, clusters } = world.sandbox;
  directory.rights = { permissions: [...graphPermissions([stack], phase).keys()], directoryRoles: [] };
  const { policies, kubernetesGroups } = clusters.eks.permissions;
  const policy = policiesOf([stack], phase)["the environment"];
  policies.set(awsCredentials.accessKeyId, policy ?? { Version: "2012-10-17", Statement: [] });
  kubernetesGroups.set(awsCredentials.accessKeyId, [groupOf(phase)]);
  for (const server of clusters.apiServers.values()) {
    const admin = ["--kubeconfig", server.adminKubeconfig];
    const { items } = JSON.parse(
      kubectl([...admin, "get", "clusterroles,clusterrolebindings,roles,rolebindings", "-A", "-o", "json"]),
    ) as List;
    const held = items.filter((item) => item.metadata.name.endsWith(`:${phase}`));
    if (held.length > 0) {
      const list = { apiVersion: "v1", kind: "List", items: held };
      kubectl([...admin, "delete", "--wait=false", "-f", "-"], JSON.stringify(list));
    }
    if (stack[phase].kubernetes.length > 0) kubectl([...admin, "apply", "-f", "-"], inKubernetes([stack], phase));
  }
}

/** Makes the deploying identity an administrator of everything again. */
export function holdEverything({ sandbox }: World, permissions: readonly string[]): void {
  sandbox.directory.rights = { permissions, directoryRoles: [] };
  sandbox.clusters.eks.permissions.policies.clear();
  sandbox.clusters.eks.permissions.kubernetesGroups.clear();
}

interface List {
  readonly items: readonly { readonly metadata: { readonly name: string } }[];
}

/** What the emulated directory, the clusters and the states hold now; calling it brings that back. */
export function kept({ sandbox }: World): () => void {
  const { store } = sandbox.directory;
  const { links, secrets, ...rest } = store;
  const image = structuredClone({
    links: Object.assign({}, links),
    secrets: Object.assign({}, secrets),
    rest: { ...rest },
  });
  const states = join(sandbox.props.folder, "state");
  const copy = `${states}-${String(performance.now())}`;
  cpSync(states, copy, { recursive: true });
  const servers = [...sandbox.clusters.apiServers.values()];
  const objects = servers.map(({ adminKubeconfig }) => keptObjects(adminKubeconfig));
  return () => {
    for (const bringBack of objects) bringBack();
    const again = structuredClone(image);
    Object.assign(store, again.rest);
    Object.assign(store.links, again.links);
    Object.assign(store.secrets, again.secrets);
    rmSync(states, { recursive: true });
    cpSync(copy, states, { recursive: true });
  };
}
