import { reportAgainst, type AgainstOptions } from "../../../commands/report/against";
import { withTenant } from "../../access-text";
import { printed } from "../printed";

const text = (...roles: readonly string[]) =>
  withTenant(`
groups: { developers: { members: [ada@contoso.com] } }
roles:
  routes: { rules: [{ apiGroups: [route.openshift.io], resources: [routes], verbs: [get] }] }
  classes: { rules: [{ apiGroups: [storage.k8s.io], resources: [storageclasses], verbs: [list] }] }
clusters:
  shop:
    openshift: { kubeconfig: config, context: shop, domain: apps.shop.contoso.com, signIn: external }
    grants: [${roles.map((clusterRole) => `{ group: developers, clusterRole: ${clusterRole} }`).join(", ")}]
`);
const compared = (before: string, after: string, options: Partial<AgainstOptions> = {}) =>
  printed({ "access.yaml": after, "old.yaml": before }, (file) =>
    reportAgainst({ file, against: file.replace("access.yaml", "old.yaml"), ...options }),
  );
const lines = async (...given: Parameters<typeof compared>) => (await compared(...given)).stdout.trimEnd().split("\n");

const unknown = "which only the cluster knows";

test("a role that OpenShift may have put into edit is lost perhaps, and what it adds to edit is told as unknown", async () => {
  expect(await lines(text("routes"), text("edit"))).toEqual([
    "Compared with old.yaml, 1 person gains access, and 1 person may lose access.",
    `+ ada@contoso.com may now do what ClusterRole edit allows everywhere on shop (through developers): change what runs, read secrets, and run commands in pods; and whatever OpenShift adds to it, ${unknown}`,
    `- ada@contoso.com may no longer get routes.route.openshift.io everywhere on shop (through developers), unless what OpenShift adds to ClusterRole edit allows it, ${unknown}`,
  ]);
  const [, gain] = await lines(text("edit"), text("routes"));
  expect(gain).toBe(
    `+ ada@contoso.com may now get routes.route.openshift.io everywhere on shop (through developers), unless what OpenShift adds to ClusterRole edit allowed it before, ${unknown}`,
  );
});

test("what OpenShift gives everybody is lost perhaps", async () => {
  expect(await lines(text("classes"), text())).toEqual([
    "Compared with old.yaml, nobody gains access, and 1 person may lose access.",
    "- ada@contoso.com may no longer list storageclasses.storage.k8s.io everywhere on shop (through developers), unless everybody has it by ClusterRole basic-user of OpenShift, which a cluster can take away",
  ]);
});

test("what somebody gains perhaps is a widening, and machines read by what it may have been there", async () => {
  const { code, stdout } = await compared(text("edit"), text("routes"), { failOn: ["widening"], format: "json" });
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    result: "FAIL",
    gains: [{ addedByOpenShift: false, perhaps: { because: "added", role: { name: "edit" } } }],
    losses: [{ addedByOpenShift: true, perhaps: null }],
  });
});

test("a comment counts apart who gains or loses perhaps", async () => {
  const comment = (await compared(text("routes"), text("edit"), { format: "markdown" })).stdout;
  expect(comment).toContain("**Loses access:** nobody; perhaps 1 person: `ada@contoso.com`");
  expect(comment).toContain("**Gains access:** 1 person: `ada@contoso.com`");
});
