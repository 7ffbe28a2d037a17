import { withTenant } from "../../../access-text";
import { findingsIn, found } from "../found";

const openshift = (way: string, more = "") => `
  ${way}:
    openshift: { kubeconfig: config, context: ${way}, domain: apps.${way}.contoso.com, signIn: ${way}${more} }
    grants: [{ group: devs, clusterRole: view }]`;
const classic = openshift("rosa-classic", ", clusterId: 2a3b4c5d6e7f8g9h0i1j2k3l4m5n6o7p");
const text = withTenant(`
groups: { devs: { members: [ada@contoso.com] } }
clusters:
  prod: { eks: { name: prod-eks, region: eu-central-1 }, grants: [{ group: devs, clusterRole: view }] }${openshift("external")}${openshift("rosa-hcp")}${openshift("oauth")}${classic}
`);
const says =
  "lets everybody who signs in create projects, and be admin in each of them, unless the cluster took that away";

test("the report tells of every cluster whose OAuth server lets people create projects, and of no other", () => {
  expect(found(text, "self-provisioners")).toEqual([
    `medium clusters.oauth.openshift.signIn ${says}`,
    `medium clusters.rosa-classic.openshift.signIn ${says}`,
  ]);
});

test("a cluster from which everything is taken away is not told", () => {
  const absent = text.replace("  oauth:\n", "  oauth:\n    state: absent\n");
  expect(found(absent, "self-provisioners")).toEqual([`medium clusters.rosa-classic.openshift.signIn ${says}`]);
});

test("a file can accept it for one cluster, where the binding is gone", () => {
  const accepted = `${text}accepted:
  - { warning: self-provisioners, at: clusters.oauth, reason: taken away by hand, until: 2027-06-30 }
`;
  const one = findingsIn(accepted).filter(({ rule }) => rule === "self-provisioners");
  expect(one.map(({ path, accepted: by }) => [path, by?.reason])).toEqual([
    ["clusters.oauth.openshift.signIn", "taken away by hand"],
    ["clusters.rosa-classic.openshift.signIn", undefined],
  ]);
});
