import { tenant } from "./access-text";

const groups = {
  devs: {
    displayName: "Developers",
    description: "People who deploy",
    members: ["ada@contoso.com", "gus@fabrikam.com"],
    owners: ["ada@contoso.com", tenant],
    groups: ["inner"],
  },
  inner: { members: ["nora@contoso.com"] },
  rescue: { members: ["bob@contoso.com"] },
  ruled: { rule: 'user.department -eq "Platform"' },
  found: { existing: true, displayName: "All auditors" },
  kept: { existing: tenant, members: ["ada@contoso.com"], groups: ["inner"] },
};

const own = {
  rules: [
    { apiGroups: ["", "example.com"], resources: ["pods"], verbs: ["get"], resourceNames: ["web"] },
    { nonResourceURLs: ["/metrics"], verbs: ["get"] },
  ],
};
const logs = { rules: [{ apiGroups: [""], resources: ["pods/log"], verbs: ["get"] }] };

const cluster = {
  eks: {
    name: "prod-eks",
    region: "eu-central-1",
    profile: "platform",
    assumeRole: "arn:aws:iam::111122223333:role/team/deployer",
    proxyUrl: "http://proxy.contoso.com:3128",
  },
  associationName: "entra",
  stage: "canary",
  requiredClaims: { tid: tenant },
  tags: { team: "platform" },
  grants: [
    { group: "devs", clusterRole: "reader" },
    { group: "devs", role: "logs", namespaces: ["team-a"] },
    { group: "found", clusterRole: "view" },
    { group: "devs", clusterRole: "there" },
  ],
};

const portal = {
  cluster: "prod",
  url: "https://portal.contoso.com",
  namespace: "krci",
  version: "3.15",
  groups: { admin: "devs", developer: "devs", viewer: "found" },
};

const clients = {
  argocd: {
    preset: "argocd",
    cluster: "prod",
    url: "https://argocd.contoso.com/cd",
    namespace: "argocd",
    logout: "https://argocd.contoso.com/out",
    secret: { rotate: "2026-11-26" },
    groups: { admin: ["devs"], viewer: ["found"] },
  },
  other: {
    cluster: "prod",
    url: "https://other.contoso.com",
    namespace: "other",
    callback: "https://other.contoso.com/back",
    secret: { store: { secretsManager: "prod/other" } },
  },
  grafana: {
    preset: "grafana",
    cluster: "prod",
    url: "https://grafana.contoso.com",
    namespace: "monitoring",
    groups: { editor: ["devs"] },
  },
};

const access = {
  tenant,
  login: {
    name: "eks",
    username: { prefix: "u:" },
    groups: { prefix: "g:" },
    claims: { ctry: {} },
    owners: ["ada@contoso.com"],
    conditionalAccess: {
      breakGlass: "rescue",
      signInFrequency: "12h",
      allowedLocations: { ranges: ["203.0.113.0/24"], countries: ["DE"], existing: [tenant] },
    },
  },
  attributes: { team: {} },
  guests: ["gus@fabrikam.com", { mail: "pia@fabrikam.com" }],
  users: { "nora@contoso.com": { create: { displayName: "Nora" }, attributes: { team: "a" } } },
  groups,
  clusters: {
    prod: cluster,
    ocp: {
      openshift: {
        kubeconfig: "ocp",
        context: "ocp",
        proxyUrl: "http://proxy.contoso.com:3128",
        domain: "apps.ocp.contoso.com",
        signIn: "rosa-classic",
        provider: "contoso",
        clusterId: "2a3b4c5d6e7f8g9h",
        secret: { rotate: "2026-11-22" },
      },
      grants: cluster.grants,
    },
    shop: {
      aks: { kubeconfig: "shop", context: "shop", proxyUrl: "http://proxy.contoso.com:3128", azureRbac: true },
      grants: cluster.grants,
    },
    dev: {
      kubernetes: {
        kubeconfig: "dev",
        context: "kind",
        proxyUrl: "http://proxy.contoso.com:3128",
        groupsClaims: ["roles"],
        issuers: [
          {
            url: "https://ci.contoso.com",
            audience: "kubernetes",
            username: { claim: "sub", prefix: "ci:" },
            groups: { claim: "teams", prefix: "ci:" },
            requiredClaims: { org: "contoso" },
          },
        ],
      },
    },
  },
  roles: { reader: own, logs, there: { existing: true } },
  portal: { ...portal, secret: { rotate: "2026-11-26" } },
  clients,
  backend: { directory: "state" },
  terraform: { providers: {} },
  include: {
    "team.yaml": {
      groups: ["shop-*"],
      displayNames: ["Shop *"],
      members: ["*@contoso.com"],
      grantsTo: ["found"],
      clusters: ["prod"],
      namespaces: ["shop"],
      roles: ["view"],
    },
  },
  accepted: [{ warning: "username", at: "login", reason: "Names are readable", until: "2027-06-30" }],
};

/** Access files without mistakes that together have something at every place of the schema, so that a text can stand there. */
export const everyPlace: readonly unknown[] = [
  access,
  {
    ...access,
    clusters: {
      prod: { ...cluster, eks: { ...cluster.eks, credentials: { kubeconfig: "config", context: "prod" } } },
      stage: { ...cluster, eks: { name: "stage-eks", region: "eu-central-1" }, associate: false },
    },
    portal: { ...portal, secret: { store: { secretsManager: "krci/portal" } } },
    backend: { type: "s3", bucket: "states", region: "eu-central-1", prefix: "a/", kmsKeyId: "alias/states" },
  },
  { ...access, backend: { type: "cloud", organization: "contoso", project: "access", prefix: "eks-" } },
];
