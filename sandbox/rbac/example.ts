import { nearestTo } from "./nearest";
import type { Wish } from "./wish";
import { mostTelling } from "./own-examples";
import type { PolicyRule } from "../../model/rbac/policy-rule";

/** Something that a role allows, and what is near it, the nearest first. */
export interface Example {
  readonly may: Wish;
  readonly near: readonly Wish[];
}

const secrets: Wish = { verb: "get", resource: "secrets" };
const createDeployments: Wish = { verb: "create", resource: "deployments", apiGroup: "apps" };
const deleteNodes: Wish = { verb: "delete", resource: "nodes" };
const rbac = "rbac.authorization.k8s.io";
const createRoleBindings: Wish = { verb: "create", resource: "rolebindings", apiGroup: rbac };

/** What tells the four roles for people apart. */
const forPeople: ReadonlyMap<string, readonly Example[]> = new Map([
  [
    "view",
    [
      { may: { verb: "list", resource: "pods" }, near: [secrets] },
      { may: { verb: "get", resource: "deployments", apiGroup: "apps" }, near: [createDeployments] },
    ],
  ],
  [
    "edit",
    [
      { may: createDeployments, near: [createRoleBindings] },
      { may: secrets, near: [deleteNodes] },
    ],
  ],
  [
    "admin",
    [
      { may: createRoleBindings, near: [{ verb: "create", resource: "resourcequotas" }] },
      { may: secrets, near: [deleteNodes] },
    ],
  ],
  [
    "cluster-admin",
    [
      { may: deleteNodes, near: [] },
      { may: { verb: "create", resource: "clusterrolebindings", apiGroup: rbac }, near: [] },
      { may: secrets, near: [] },
    ],
  ],
]);

/** Examples of what a role allows, the most telling first: of view, edit, admin and cluster-admin a few, of any other everything. */
export function examplesOf(role: string, rules: readonly PolicyRule[]): readonly Example[] {
  return forPeople.get(role) ?? mostTelling(rules).map((may) => ({ may, near: nearestTo(may) }));
}
