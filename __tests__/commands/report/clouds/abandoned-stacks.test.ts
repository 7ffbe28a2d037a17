import { withTenant } from "../../../access-text";
import { file } from "../../../stability/edits";
import { headlamp, withClients } from "../../../clients-text";
import { withPortal } from "../../../portal-text";
import { compared } from "./compared";

const stage = file.indexOf("  stage:");
const gone = file.slice(0, stage);
const absent = file.replace(
  "name: stage-eks, region: eu-central-1 }\n",
  "name: stage-eks, region: eu-central-1 }\n    state: absent\n",
);

test("a cluster whose entry is deleted keeps what is on it, and the way back is told", () => {
  expect(compared(file, gone)).toMatchObject({
    stacks: [],
    leftBehind: [
      "The access file has no cluster stage any more, so nothing takes away what is on it (4 resources): put the entry back with state: absent, run npx cdktf deploy rbac-stage eks-stage, then delete it.",
    ],
    command: null,
  });
});

test("a cluster that was absent before leaves nothing", () => {
  expect(compared(absent, gone).leftBehind).toEqual([]);
});

test("a portal whose entry is deleted leaves its secret", () => {
  const [without = ""] = withPortal().split("portal:\n");
  expect(compared(withPortal(), without).leftBehind).toEqual([
    "The access file has no stack portal any more, so nothing takes away what it made: put the portal back, run npx cdktf destroy portal, then take it out.",
  ]);
});

test("a client whose entry is deleted, or that has no secret any more, leaves its secret", () => {
  const told =
    "The access file has no stack client-headlamp any more, so nothing takes away what it made: put clients.headlamp back as it was, run npx cdktf destroy client-headlamp, then change it.";
  const before = withClients({ headlamp });
  expect(compared(before, withClients({})).leftBehind).toEqual([told]);
  expect(compared(before, withClients({ headlamp: `${headlamp}, public: native` })).leftBehind).toEqual([told]);
  expect(compared(before, before).leftBehind).toEqual([]);
});

const openshift = (signIn: string) =>
  withTenant(
    `clusters: { ocp: { openshift: { kubeconfig: c, context: ocp, domain: apps.ocp.contoso.com, signIn: ${signIn} } } }`,
  );

test("an OpenShift cluster whose console goes leaves its secret, and one that goes leaves all it has", () => {
  expect(compared(openshift("external"), openshift("external, console: false")).leftBehind).toEqual([
    "The access file has no stack openshift-ocp any more, so nothing takes away what it made: put clusters.ocp.openshift back as it was, run npx cdktf destroy openshift-ocp, then change it.",
  ]);
  expect(compared(openshift("oauth"), withTenant("")).leftBehind).toEqual([
    expect.stringContaining("run npx cdktf deploy rbac-ocp openshift-ocp, then delete it.") as string,
  ]);
});

test("whatever an OpenShift cluster is told has to be told again when it changes", () => {
  const again = (before: string, after: string) =>
    compared(openshift(before), openshift(after)).costs.map(({ id }) => id);
  for (const after of ["oauth, provider: contoso", "oauth, mappingMethod: add", "external"])
    expect(again("oauth", after)).toContain("authentication-changes");
  expect(again("external", "external, console: false")).toContain("authentication-changes");
  expect(again("oauth", "oauth, secret: { lifetimeDays: 90 }")).not.toContain("authentication-changes");
});

test("a cluster to which another program signs people in needs another kubeconfig", () => {
  const needed = (before: string, after: string) =>
    compared(before, after).costs.flatMap(({ id, sentence }) => (id === "kubeconfigs-change" ? [sentence] : []));
  const sentence = "Everybody needs a new kubeconfig: another program signs them in to ocp.";
  const kubernetes = withTenant("clusters: { ocp: { kubernetes: { kubeconfig: c, context: ocp } } }");
  expect(needed(openshift("external"), openshift("oauth"))).toEqual([sentence]);
  expect(needed(openshift("oauth"), openshift("external"))).toEqual([sentence]);
  expect(needed(kubernetes, openshift("oauth"))).toEqual([sentence]);
  expect(needed(kubernetes, kubernetes.replace("kubernetes:", "aks:"))).toEqual([sentence]);
  expect(needed(kubernetes, openshift("external"))).toEqual([]);
  expect(needed(openshift("oauth"), openshift("rosa-classic, clusterId: 2a3b4c5d6e7f8g9h"))).toEqual([]);
});

test("who has to be told is the OAuth server where there is one, and it has to be there first", () => {
  const told = (before: string, after: string, login = "") =>
    compared(openshift(before) + login, openshift(after) + login).costs.flatMap(({ id, sentence }) =>
      id === "authentication-changes" ? [sentence] : [],
    );
  const command = "npx entra-eks authentication --cluster ocp";
  const classic = "rosa-classic, clusterId: 2a3b4c5d6e7f8g9h";
  const [api, oauth] = ["API", "OAuth"].map((server) => `The ${server} server of clusters.ocp must be told`);
  expect(told("oauth", "oauth, mappingMethod: add")).toEqual([`${oauth} again whom it trusts: ${command}`]);
  expect(told("external", "external, provider: azure")).toEqual([`${api} again whom it trusts: ${command}`]);
  expect(told("oauth", "external")).toEqual([`${api} whom it trusts: ${command}`]);
  expect(told(classic, "oauth")).toEqual([`${oauth} whom it trusts: ${command}`]);
  // Without prefixes both take the same from a token.
  const bare = "\nlogin: { username: { claim: oid, prefix: '' }, groups: { prefix: '' } }\n";
  for (const login of ["", bare])
    expect(told("external", "oauth", login)).toEqual([
      `clusters.ocp must get its OAuth server back, and then that must be told whom it trusts: ${command} prints both`,
    ]);
  expect(told("oauth", classic)).toEqual([]);
});
