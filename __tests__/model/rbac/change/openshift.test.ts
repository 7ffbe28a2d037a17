import { builtInRules } from "../../../../model/rbac/built-in-roles";
import { changeOf } from "../../../../model/rbac/change/change-of";
import type { PlacedDifference } from "../../../../model/rbac/change/holders-change";
import type { Access } from "../../../../config/schema/access";
import { accessOf, withTenant } from "../../../access-text";

const rule = (apiGroup: string, resource: string, verb = "get") =>
  `{ apiGroups: ["${apiGroup}"], resources: [${resource}], verbs: [${verb}] }`;

const openshift = "openshift: { kubeconfig: config, context: shop, domain: apps.shop.contoso.com, signIn: oauth }";

const access = (clusterRole: string, { kind = openshift, more = "", where = ", namespaces: [team-a]" } = {}) =>
  accessOf(
    withTenant(`
groups: { devs: { members: [ada@contoso.com] } }
roles:
  routes: { rules: [${rule("route.openshift.io", "routes")}] }
  both: { rules: [${rule("route.openshift.io", "routes")}, ${rule("", "configmaps", "create")}] }
  classes: { rules: [${rule("storage.k8s.io", "storageclasses", "list")}, ${rule("", "nodes", "list")}] }
clusters:
  shop:
    ${kind}
    grants:
      - { group: devs, clusterRole: ${clusterRole}${where} }${more}
`),
  );

const told = ({ role, part, atoms, added, perhaps }: PlacedDifference) => ({
  of: role.name,
  part,
  atoms: atoms.length > 3 ? "many" : atoms.map((atom) => ("url" in atom ? atom.url : atom.resource)).join(" "),
  added: added ?? null,
  ...(perhaps === undefined ? {} : { perhaps: `${perhaps.because} ${perhaps.role.name}` }),
});

function compared(was: string, is: string, options: Parameters<typeof access>[1] = {}) {
  const [change] = changeOf(access(was, options), access(is, options));
  return { gains: change?.gains.map(told) ?? [], losses: change?.losses.map(told) ?? [] };
}

test("what OpenShift may add to a role is neither surely lost nor surely gained", () => {
  const perhaps = { of: "routes", part: "some", atoms: "routes", added: null, perhaps: "added edit" };
  const whole = { of: "edit", part: "all", atoms: "many", added: "edit" };
  expect(compared("routes", "edit")).toEqual({ gains: [whole], losses: [perhaps] });
  expect(compared("edit", "routes")).toEqual({ gains: [perhaps], losses: [whole] });
  const { losses } = compared("both", "view");
  expect(losses).toEqual([
    { of: "both", part: "some", atoms: "configmaps", added: null },
    { of: "both", part: "some", atoms: "routes", added: null, perhaps: "added view" },
  ]);
});

test("on a cluster that is no OpenShift nothing is added, so it is surely lost", () => {
  const { gains, losses } = compared("routes", "edit", { kind: "eks: { name: shop, region: eu-central-1 }" });
  expect(losses).toEqual([{ of: "routes", part: "all", atoms: "routes", added: null }]);
  expect(gains).toEqual([{ of: "edit", part: "all", atoms: "many", added: null }]);
});

test("what is added to view is in edit and in admin too, so whoever goes up loses nothing", () => {
  expect(compared("view", "edit")).toEqual({
    gains: [{ of: "edit", part: "some", atoms: "many", added: "edit" }],
    losses: [],
  });
  expect(compared("admin", "edit").gains).toEqual([]);
  expect(compared("admin", "edit").losses).toMatchObject([{ of: "admin", part: "some", added: "admin" }]);
});

test("what is added is lost with its role although all that Kubernetes says of it is kept", () => {
  const kept = "\n      - { group: devs, clusterRole: view, namespaces: [team-b] }";
  const { losses } = compared("view", "view", { more: kept });
  expect(losses).toEqual([]);
  const both = access("edit", { more: "\n      - { group: devs, clusterRole: cluster-admin, namespaces: [team-a] }" });
  expect(changeOf(both, access("cluster-admin"))).toEqual([]);
  const [change] = changeOf(access("view"), copied());
  expect([change?.gains, change?.losses.map(told)]).toEqual([
    [],
    [{ of: "view", part: "some", atoms: "", added: "view" }],
  ]);
});

/** All that Kubernetes itself says of view, in a role that OpenShift does not know. */
function copied(): Access {
  const { roles, ...after } = access("routes");
  const routes = { existing: false, rules: structuredClone(builtInRules("view")) };
  return { ...after, roles: { ...roles, routes } } as Access;
}

test("what OpenShift gives everybody may be had without any grant, on the whole cluster too", () => {
  const { losses } = compared("classes", "routes", { where: "" });
  expect(losses).toEqual([
    { of: "classes", part: "some", atoms: "nodes", added: null },
    { of: "classes", part: "some", atoms: "storageclasses", added: null, perhaps: "everybodys basic-user" },
  ]);
});

test("one cluster that only the later file calls OpenShift had the same rules added before", () => {
  const kubernetes = "kubernetes: { kubeconfig: config, context: shop }";
  const changes = changeOf(access("edit", { kind: kubernetes }), access("edit"));
  expect(changes.flatMap(({ gains, losses }) => [...gains, ...losses])).toEqual([]);
});

test("the same roles on two clusters of different kinds are not taken for one another", () => {
  const two = (role: string) => {
    const eks = access(role, { kind: "eks: { name: shop, region: eu-central-1 }" });
    return { ...eks, clusters: { prod: eks.clusters["shop"]!, shop: access(role).clusters["shop"]! } };
  };
  const [change] = changeOf(two("routes"), two("edit"));
  expect(change?.losses.map((one) => [one.cluster, one.perhaps?.because ?? "surely"])).toEqual([
    ["prod", "surely"],
    ["shop", "added"],
  ]);
});
