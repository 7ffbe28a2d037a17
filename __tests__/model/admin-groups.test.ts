import { adminGroups } from "../../model/admin-groups";

const groups = { admins: { groups: ["ops"] }, ops: { groups: ["admins"] }, devs: { groups: [] } };
const grant = (group: string, clusterRole: string) => ({ grants: [{ group, clusterRole }] });

test("whoever is in a group in a group with cluster-admin has it, cycles end, other roles do not count", () => {
  const found = adminGroups(groups, { stage: grant("devs", "edit"), prod: grant("admins", "cluster-admin") });
  expect([...found]).toEqual([
    ["admins", "prod"],
    ["ops", "prod"],
  ]);
});

test("a group that is not there is no reason to fail", () => {
  expect([...adminGroups({}, { prod: grant("toString", "cluster-admin") })]).toEqual([["toString", "prod"]]);
});
