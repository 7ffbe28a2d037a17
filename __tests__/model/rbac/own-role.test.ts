import { isNeededBy, ownRolesOf } from "../../../model/rbac/own-role";
import { accessOf, logReader, withGrants } from "../../access-text";

const access = accessOf(
  withGrants(
    "[{ group: devs, role: logs, namespaces: [a, b] }, { group: ops, role: logs, namespaces: [a] }, { group: ops, clusterRole: logs }, { group: ops, clusterRole: theirs }, { group: ops, clusterRole: view }]",
    "{ devs: {}, ops: {} }",
    `{ logs: ${logReader}, theirs: { existing: true }, spare: ${logReader} }`,
  ),
);
const prod = access.clusters["prod"]!;

test("a cluster has each role that its grants need once, and no other", () => {
  expect(ownRolesOf(access, prod).map(({ kind, name, namespace }) => [kind, name, namespace])).toEqual([
    ["Role", "logs", "a"],
    ["Role", "logs", "b"],
    ["ClusterRole", "logs", undefined],
  ]);
});

test("a binding needs a ClusterRole wherever it is, and a Role only in its own namespace", () => {
  const [inA, , everywhere] = ownRolesOf(access, prod);
  const role = { kind: "Role", name: "logs" } as const;
  expect(isNeededBy(inA!, { group: "devs", role, namespace: "a" })).toBe(true);
  expect(isNeededBy(inA!, { group: "devs", role, namespace: "b" })).toBe(false);
  expect(isNeededBy(everywhere!, { group: "devs", role, namespace: "a" })).toBe(false);
  const clusterRole = { kind: "ClusterRole", name: "logs" } as const;
  expect(isNeededBy(everywhere!, { group: "devs", role: clusterRole, namespace: "b" })).toBe(true);
});
