import { mistakesIn, withTenant } from "../../../access-text";

const eks = "eks: { name: prod-eks, region: eu-central-1 }";
const kubernetes = "kubernetes: { kubeconfig: config, context: kind-prod }";
const mistakes = (...keys: readonly string[]) => mistakesIn(withTenant(`clusters: { prod: { ${keys.join(", ")} } }`));

test("a cluster of one kind is taken, and where none is given, it is that of EKS that is missed", () => {
  expect(mistakes(eks)).toEqual([]);
  expect(mistakes(kubernetes)).toEqual([]);
  expect(mistakes("state: absent")).toEqual(["access.yaml:2:19 clusters.prod.eks must be given"]);
  expect(mistakes()).toEqual(["access.yaml:2:19 clusters.prod.eks must be given"]);
});

test("where another cluster of the file is of another kind, one without a kind is told which there are", () => {
  expect(mistakesIn(withTenant(`clusters: { prod: { state: absent }, dev: { ${kubernetes} } }`))).toEqual([
    'access.yaml:2:19 clusters.prod.eks must be given; or the kind of cluster that it is: "kubernetes", "aks", "openshift"',
  ]);
});

test.each([
  ["k3s", "kubernetes", "which stands for every cluster whose API server you start yourself"],
  ["kind", "kubernetes", "which stands for every cluster whose API server you start yourself"],
  ["kubeadm", "kubernetes", "which stands for every cluster whose API server you start yourself"],
  ["ROSA", "openshift", "whose signIn tells ROSA, ARO and self-managed clusters apart"],
  ["aro", "openshift", "whose signIn tells ROSA, ARO and self-managed clusters apart"],
])("a cluster that is called %s is one mistake, which names %s", (name, kind, what) => {
  expect(mistakes(`${name}: { kubeconfig: ~x, context: a }`)).toEqual([
    `access.yaml:2:21 clusters.prod.${name} must be a known key; write "${kind}", ${what}`,
  ]);
});

test("a kubeconfig beside the kind that is missing is told which kinds have one", () => {
  expect(mistakes("kubeconfig: config", "context: a")).toEqual([
    "access.yaml:2:19 clusters.prod.eks must be given",
    'access.yaml:2:21 clusters.prod.kubeconfig must be under one of "kubernetes", "aks", "openshift"',
    'access.yaml:2:41 clusters.prod.context must be under one of "kubernetes", "aks", "openshift"',
  ]);
});

test("a cluster of two kinds is refused at the second one", () => {
  expect(mistakes(eks, kubernetes)).toEqual([
    'access.yaml:2:68 clusters.prod.kubernetes must not be given beside "eks", because each cluster must have exactly one of "eks", "kubernetes", "aks", "openshift"',
  ]);
});

test("two kinds are told together with the mistakes inside them", () => {
  expect(mistakes("eks: {}", "kubernetes: { kubeconfig: ~x, context: a }")).toEqual([
    "access.yaml:2:26 clusters.prod.eks.name must be given",
    "access.yaml:2:26 clusters.prod.eks.region must be given",
    expect.stringContaining('clusters.prod.kubernetes must not be given beside "eks"') as string,
    expect.stringContaining("clusters.prod.kubernetes.kubeconfig must be a path") as string,
  ]);
});

test("what only EKS has is refused for a cluster of another kind, which the sentence names", () => {
  expect(mistakes(kubernetes, "associate: true", "associationName: a", "tags: { team: a }")).toEqual([
    'access.yaml:2:77 clusters.prod.associate must not be given for a cluster of the kind "kubernetes", because only "eks" has an association',
    'access.yaml:2:94 clusters.prod.associationName must not be given for a cluster of the kind "kubernetes", because only "eks" has an association',
    'access.yaml:2:114 clusters.prod.tags must not be given for a cluster of the kind "kubernetes", because only "eks" has AWS tags',
  ]);
});

test("a key of EKS inside another kind names both kinds", () => {
  expect(mistakes("kubernetes: { kubeconfig: config, context: a, region: eu-central-1 }")).toEqual([
    'access.yaml:2:67 clusters.prod.kubernetes.region must not be given for a cluster of the kind "kubernetes", because only "eks" has it',
  ]);
});

test("a key beside the kind that several kinds have must be under the one that is given", () => {
  const proxy = 'proxyUrl: "http://proxy.contoso.com:3128"';
  expect(mistakes(eks, proxy)).toEqual(['access.yaml:2:68 clusters.prod.proxyUrl must be under "eks"']);
  expect(mistakes(kubernetes, proxy)).toEqual(['access.yaml:2:77 clusters.prod.proxyUrl must be under "kubernetes"']);
});

test("a proxy with a password is refused without repeating it, whatever the kind", () => {
  const found = mistakes('kubernetes: { kubeconfig: config, context: a, proxyUrl: "http://ada:pw@proxy.contoso.com" }');
  expect(found).toEqual([
    expect.stringContaining("clusters.prod.kubernetes.proxyUrl must not contain a user name or a password") as string,
  ]);
  expect(found.join()).not.toContain("pw");
});

test("two entries of one context of one file are refused, and others are taken", () => {
  const two = (one: string, other: string) =>
    mistakesIn(withTenant(`clusters: { a: { kubernetes: { ${one} } }, b: { kubernetes: { ${other} } } }`));
  expect(two("kubeconfig: ./config, context: dev", "kubeconfig: config, context: dev")).toEqual([
    'access.yaml:2:120 clusters.b.kubernetes.context must lead to a different cluster than clusters.a, got "dev"',
  ]);
  expect(two("kubeconfig: config, context: dev", "kubeconfig: config, context: test")).toEqual([]);
  expect(two("kubeconfig: config, context: dev", "kubeconfig: other, context: dev")).toEqual([]);
});
