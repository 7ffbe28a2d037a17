import { withTenant } from "../../../access-text";
import { warningsIn } from "../../../printed-warnings";

const told = (cluster: string, client: string) =>
  warningsIn(
    withTenant(`groups: { devs: { members: [ada@contoso.com] } }
clusters:
  shop:
    ${cluster}
    grants: [{ group: devs, clusterRole: view }]
clients: { gitops: { cluster: shop, url: "https://gitops.contoso.com", namespace: gitops, ${client} } }
`),
  ).filter((line) => line.includes("clients.gitops"));

const custom = 'callback: "https://gitops.contoso.com/oauth2/callback"';
const oauth = "openshift: { kubeconfig: config, context: shop, domain: apps.shop.contoso.com, signIn: oauth }";

test.each([
  ["aks: { kubeconfig: config, context: shop }", "an AKS cluster accepts only tokens for its own application"],
  [oauth, "the API server accepts only tokens of OpenShift's OAuth server"],
])("a client that no preset knows is warned of on %s, which refuses tokens that it passes on", (cluster, why) => {
  expect(told(cluster, custom)).toEqual([
    `access.yaml:7:31 clients.gitops.cluster names a cluster that takes no tokens of the login: ${why}. The client can sign people in, but the API server refuses their tokens if it passes them on. If it judges by roles of its own, accept this warning.`,
  ]);
});

test("a client that judges by its own roles is not, nor one where the tokens are taken", () => {
  expect(told("aks: { kubeconfig: config, context: shop }", "preset: argocd, groups: { viewer: [devs] }")).toEqual([]);
  for (const cluster of ["eks: { name: a, region: eu-central-1 }", "kubernetes: { kubeconfig: config, context: shop }"])
    expect(told(cluster, custom)).toEqual([]);
  expect(told(oauth.replace("oauth", "external"), custom)).toEqual([]);
});
