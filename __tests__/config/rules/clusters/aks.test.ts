import { mistakesIn, withTenant } from "../../../access-text";

const aks = "aks: { kubeconfig: config, context: shop }";
const mistakes = (...keys: readonly string[]) => mistakesIn(withTenant(`clusters: { shop: { ${keys.join(", ")} } }`));

test("an AKS cluster is taken, and no other kind beside it", () => {
  expect(mistakes(aks)).toEqual([]);
  expect(mistakes("kubernetes: { kubeconfig: config, context: a }", aks)).toEqual([
    expect.stringContaining('clusters.shop.aks must not be given beside "kubernetes"') as string,
  ]);
});

test("what an API server of one's own or EKS has is refused under aks, which names the kind that has it", () => {
  expect(mistakes("aks: { kubeconfig: config, context: shop, region: eu-central-1, groupsClaims: [roles] }")).toEqual([
    'access.yaml:2:63 clusters.shop.aks.region must not be given for a cluster of the kind "aks", because only "eks" has it',
    'access.yaml:2:85 clusters.shop.aks.groupsClaims must not be given for a cluster of the kind "aks", because only "kubernetes" has it',
  ]);
  expect(mistakes(aks, "associate: false")).toEqual([
    expect.stringContaining('clusters.shop.associate must not be given for a cluster of the kind "aks"') as string,
  ]);
});

test("required claims are refused there once, even those that no token has", () => {
  expect(mistakes(aks, "requiredClaims: { tid: a, nothing: b }")).toEqual([
    'access.yaml:2:65 clusters.shop.requiredClaims must not be given for a cluster of the kind "aks", because AKS takes tokens of its own application and can demand no claims of them',
  ]);
});

test("two entries of one context are refused, also where one is of another kind", () => {
  const two =
    "clusters: { shop: { aks: { kubeconfig: config, context: a } }, b: { kubernetes: { kubeconfig: config, context: a } } }";
  expect(mistakesIn(withTenant(two))).toEqual([
    expect.stringContaining(
      "clusters.b.kubernetes.context must lead to a different cluster than clusters.shop",
    ) as string,
  ]);
});

test("a portal there is refused, because it passes on what AKS does not take", () => {
  const portal =
    "portal: { url: https://portal.contoso.com, cluster: shop, namespace: portal, version: '3.13', groups: {}, secret: { store: kubernetes } }";
  expect(mistakesIn(withTenant(`clusters: { shop: { ${aks} } }\n${portal}`))).toEqual([
    expect.stringContaining(
      "portal.cluster must name a cluster that trusts the login: the portal shows it the user's ID token, and an AKS cluster accepts only tokens for its own application",
    ) as string,
  ]);
});
