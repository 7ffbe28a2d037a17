import { withTenant } from "../../../access-text";
import { warningsIn } from "../../../printed-warnings";

const told = (openshift: string, more = "") =>
  warningsIn(
    withTenant(`
groups: { devs: { members: [ada@contoso.com] } }
clusters:
  shop:
    ${more}openshift: { kubeconfig: config, context: shop, domain: apps.shop.contoso.com, ${openshift} }
    grants: [{ group: devs, clusterRole: view }]
`),
  ).filter((line) => line.includes("clusters.shop.openshift"));

test("lookup is warned of, because nobody is let in for whom nothing was made", () => {
  expect(told("signIn: oauth, mappingMethod: lookup")).toEqual([
    expect.stringContaining(
      'clusters.shop.openshift.mappingMethod is "lookup", so only those sign in for whom you made a User, an Identity and a UserIdentityMapping. report, can-i, who-can and explain answer',
    ) as string,
  ]);
  expect(told("signIn: rosa-classic, clusterId: 2a3b4c5d6e7f, mappingMethod: lookup")).toHaveLength(1);
});

test("add is warned of, because another identity provider can make the same user", () => {
  expect(told("signIn: oauth, mappingMethod: add")).toEqual([
    expect.stringContaining(
      'clusters.shop.openshift.mappingMethod is "add", so whoever has the same user name from another identity provider of the cluster is the same user. That person has every grant and every group',
    ) as string,
  ]);
});

test("claim is not warned of, nor a cluster that is absent", () => {
  expect(told("signIn: oauth")).toEqual([]);
  expect(told("signIn: oauth, mappingMethod: claim")).toEqual([]);
  expect(told("signIn: oauth, mappingMethod: lookup", "state: absent\n    ")).toEqual([]);
});
