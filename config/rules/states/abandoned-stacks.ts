import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { stackKind, stackKinds, type StackKind } from "../../../model/clusters/own-stack";
import { own } from "../../../model/own";
import { withdrawCommand } from "../../../model/terraform/deploy-command";
import { errorCode } from "../../file/error-code";
import type { Mistake } from "../../mistake";
import { UntrustedState } from "../../states/state";
import type { Rule } from "../rule";
import { ofOneKind } from "../clusters/kinds";
import { managedIn, resourcesIn } from "./local-resources";

const stackOfClient = /^client-(.+)\.tfstate$/;
const stackOfCluster = new RegExp(`^((?:rbac|${stackKinds.join("|")})-(.+))\\.tfstate$`);

/**
 * Clusters, clients and a portal that are gone from the file while a local state still holds resources of theirs. CDKTF forgets a stack that is
 * not in the program, so nobody would ever take those away. What lies in other backends cannot be seen from here.
 *
 * @param directory folder of the access file
 */
export const leftBehind = (directory: string): Rule =>
  function* leftBehind({ backend, clusters, portal, clients, login }) {
    if ((backend.type ?? "local") !== "local") return;
    const folder = resolve(directory, backend.directory ?? "state");
    for (const file of filesIn(folder)) {
      if (file === "portal.tfstate" && portal === undefined) yield* portalLeft(join(folder, file));
      if (file === "credentials.tfstate" && login.kubectl !== "confidential")
        yield* credentialsLeft(join(folder, file));
      const [, client] = stackOfClient.exec(file) ?? [];
      if (client !== undefined && !hasStack(own(clients, client))) yield* clientLeft(join(folder, file), client);
      const [, stack, cluster] = stackOfCluster.exec(file) ?? [];
      if (stack === undefined || cluster === undefined) continue;
      const path = join(folder, file);
      const entry = own(clusters, cluster);
      const was = stackKinds.find((kind) => stack === `${kind}-${cluster}`);
      if (entry === undefined) yield* clusterLeft(path, stack, cluster);
      else if (was !== undefined) yield* kindLeft(path, cluster, { stack, was, entry: ofOneKind(entry) });
    }
  };
leftBehind.brings = {
  "clusters.*": "must stay until its stacks are empty",
  "clusters.*.eks": "must not take the place of `openshift` until the stack of its client secret is empty",
  "clusters.*.kubernetes": "must not take the place of `eks` until the stack of the association is empty",
  "clusters.*.aks": "must not take the place of `eks` until the stack of the association is empty",
  "clusters.*.openshift": "must keep its client secret until its stack is empty",
  portal: "must stay until its stack is destroyed",
  "clients.*": "must stay, with its secret, until its stack is destroyed",
  "login.kubectl": "must stay confidential until the stack credentials is destroyed",
};

function* clusterLeft(path: string, stack: string, cluster: string): Iterable<Mistake> {
  const resources = managedIn(path);
  if (resources === 0) return;
  yield {
    path: ["clusters", cluster],
    at: "key",
    must: `must stay until its stack ${stack} is empty: ${path} still holds ${String(resources)} of its resources, which nothing else would delete`,
    hint: `put the entry back with state: absent, run ${withdrawCommand(cluster, kindBefore(path, cluster))}, then delete it`,
  };
}

/** The kind of a cluster that is gone, as its states show it. */
function kindBefore(path: string, cluster: string): StackKind | undefined {
  if (resourcesIn(path).some(({ type }) => type === "aws_eks_cluster")) return "eks";
  return stackKinds.find((kind) => existsSync(join(dirname(path), `${kind}-${cluster}.tfstate`)));
}

interface Left {
  readonly stack: string;
  /** The kind that the entry had. */
  readonly was: StackKind;
  readonly entry: ReturnType<typeof ofOneKind>;
}

/** An entry that was of a kind with a stack of its own, whose resources would stay. */
function* kindLeft(path: string, cluster: string, { stack, was, entry }: Left): Iterable<Mistake> {
  if (entry === undefined || stackKind(entry) === was) return;
  const { kind } = entry;
  const resources = managedIn(path);
  if (resources === 0) return;
  yield {
    path: ["clusters", cluster, kind],
    at: "key",
    must: `${kind === was ? "must keep its client secret" : `must not take the place of ${was}`} until the stack ${stack} is empty: ${path} still holds ${String(resources)} of its resources, which nothing else would delete`,
    hint:
      kind === was
        ? `put it back as it was, run npx cdktf destroy ${stack}, then change it`
        : `put ${was} back with state: absent, run ${withdrawCommand(cluster, was)}, then change it`,
  };
}

function* portalLeft(path: string): Iterable<Mistake> {
  const resources = managedIn(path);
  if (resources === 0) return;
  yield {
    path: ["portal"],
    at: "key",
    must: `must stay until its stack is destroyed: ${path} still holds ${String(resources)} of its resources, which nothing else would delete`,
    hint: "put the entry back, run npx cdktf destroy portal, then delete it",
  };
}

/** A client without a secret has no stack. */
const hasStack = (client: { readonly public?: string | undefined } | undefined) =>
  client !== undefined && client.public === undefined;

function* clientLeft(path: string, client: string): Iterable<Mistake> {
  const resources = managedIn(path);
  if (resources === 0) return;
  yield {
    path: ["clients", client],
    at: "key",
    must: `must stay, with its secret, until its stack is destroyed: ${path} still holds ${String(resources)} of its resources, which nothing else would delete`,
    hint: `put the entry back as it was, run npx cdktf destroy client-${client}, then change it`,
  };
}

function* credentialsLeft(path: string): Iterable<Mistake> {
  const resources = managedIn(path);
  if (resources === 0) return;
  yield {
    path: ["login", "kubectl"],
    must: `must stay "confidential" until the stack credentials is destroyed: ${path} still holds ${String(resources)} of its resources, which nothing else would delete`,
    hint: "set it back, run npx cdktf destroy credentials, then change it",
  };
}

/** The names in a folder; a folder that cannot be listed would look like one without states. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    const code = errorCode(error) ?? "";
    // What cannot be a path leads to nothing either; the schema tells of it.
    if (["ENOENT", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"].includes(code)) return [];
    throw new UntrustedState(
      folder,
      code === "ENOTDIR" ? "it is a file, not a folder" : `it cannot be listed (${code})`,
    );
  }
}
