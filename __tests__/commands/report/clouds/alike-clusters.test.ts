import { alikeClusters } from "../../../../commands/report/clouds/alike-clusters";
import { comingAndGoing } from "../../../../commands/report/clouds/coming-and-going";
import { Comparison } from "../../../../commands/report/clouds/comparison";
import { programOf } from "../../../../commands/report/clouds/program";
import { synthesize } from "../../../../main";
import { accessOf } from "../../../access-text";
import { edited, file } from "../../../stability/edits";
import { directory } from "../../../synth";
import { addressesOf, compared } from "./compared";

const before = accessOf(file);
const whole = (text: string) => programOf({ access: accessOf(text), directory }, synthesize);
const old = whole(file);

test.each([
  ["a member comes", ["[ada@contoso.com]", "[ada@contoso.com, bob@contoso.com]"], ["prod", "stage"]],
  ["a grant of one cluster changes", ["clusterRole: edit", "clusterRole: admin"], ["prod"]],
  ["a group of one cluster is called otherwise", ["admins: {", "admins: { displayName: Admins,"], ["stage"]],
  ["a group of both is made again", ["{ displayName: Developers,", "{ protected: true, displayName: Developers,"], []],
  [
    "a group comes into another",
    ["{ displayName: Developers,", "{ groups: [admins], displayName: Developers,"],
    ["prod", "stage"],
  ],
  ["the prefix of groups changes", ["{ name: eks }", '{ name: eks, groups: { prefix: "aad:" } }'], []],
  ["a role changes", ["verbs: [get] }", "verbs: [get, list] }"], []],
  ["an attribute comes", ["{ team: {}, picture: {} }", "{ team: {}, picture: {}, level: {} }"], ["prod", "stage"]],
  ["a cluster goes", ["  stage:\n", "  other:\n"], ["prod"]],
] as const)("%s: no cluster is left out of which something changes", (_, edit, left) => {
  const text = edited(edit);
  const after = accessOf(text);
  expect(alikeClusters(before, after)).toEqual(left);
  expect(compared(file, text).stacks).toEqual(new Comparison(old, whole(text), comingAndGoing(before, after)).stacks());
});

test("where the login assigns groups, those that are granted something on a cluster that is left out stay assigned", () => {
  const assigned = file.replace("{ name: eks }", "{ name: eks, groups: { emit: assigned } }");
  const [text, other] = [assigned, assigned.replace("clusterRole: edit", "clusterRole: admin")];
  expect(alikeClusters(accessOf(text), accessOf(other))).toEqual(["prod"]);
  expect(compared(text, other).stacks.map(({ stack }) => stack)).toEqual(["rbac-stage"]);
  const without = other.replace(
    "[{ group: devs, clusterRole: admin }, { group: devs, role: logs, namespaces: [team-a] }]",
    "[]",
  );
  expect(compared(text, without).stacks.map(({ stack }) => stack)).toEqual(["rbac-stage"]);
});

test("an absent cluster that is left out assigns no group, and keeps no other from being assigned", () => {
  const cluster = (name: string, group: string, state = "present") =>
    `  ${name}: { eks: { name: ${name}, region: eu-central-1 }, state: ${state}, grants: [{ group: ${group}, clusterRole: view }] }\n`;
  const others = (...groups: readonly string[]) => groups.map((group, at) => cluster(`c${String(at)}`, group)).join("");
  const [head = ""] = file.replace("{ name: eks }", "{ name: eks, groups: { emit: assigned } }").split("clusters:\n");
  const text = (...entries: readonly string[]) => `${head}clusters:\n${entries.join("")}`;
  const comes = compared(
    text(cluster("a", "devs"), cluster("old", "admins", "absent"), others("devs")),
    text(cluster("a", "devs"), cluster("old", "admins", "absent"), others("admins")),
  );
  expect(addressesOf(comes)).toContain("login create azuread_app_role_assignment.admins");
  const stays = compared(
    text(cluster("old", "admins", "absent"), cluster("a", "devs"), others("admins")),
    text(cluster("old", "admins", "absent"), cluster("a", "devs"), others("admins", "devs")),
  );
  expect(addressesOf(stays).filter((address) => address.includes("azuread_app_role_assignment"))).toEqual([]);
});

test("the cluster that a portal runs on is kept", () => {
  const portal = 'portal: { cluster: stage, url: "https://portal.example.com", namespace: krci, version: "3.15" }\n';
  expect(alikeClusters(accessOf(file + portal), accessOf(`${file}${portal}guests: [gus@fabrikam.com]\n`))).toEqual([
    "prod",
  ]);
});

test("the cluster that a client runs on is kept", () => {
  const client = (name: string) =>
    `clients: { ${name}: { preset: headlamp, cluster: stage, url: "https://k8s.contoso.com", namespace: web } }\n`;
  expect(alikeClusters(accessOf(file + client("one")), accessOf(file + client("two")))).toEqual(["prod"]);
});

test("what is left out is not meant by everything", () => {
  const after = edited(
    ["[ada@contoso.com]", "[]"],
    ["{ name: stage-eks", "{ proxyUrl: http://proxy.example.com:8080, name: stage-eks"],
  );
  expect(compared(file, after).command).not.toContain("*");
});
