import { withTenant } from "../../access-text";

/** Every stack there is, clusters of every kind, and each way to reach them. */
export const everything = withTenant(`
login: { kubectl: confidential, assignment: required }
attributes: { team: {} }
guests: [gus@fabrikam.com]
users:
  ada@contoso.com: { attributes: { team: payments } }
  nora@contoso.com: { create: { displayName: Nora New } }
groups:
  devs: { members: [ada@contoso.com, gus@fabrikam.com] }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants: [{ group: devs, clusterRole: view }]
  abroad:
    eks: { name: abroad-eks, region: us-east-1, assumeRole: "arn:aws:iam::111122223333:role/deployer" }
    associate: false
    grants: [{ group: devs, clusterRole: view }]
  desk:
    eks: { name: desk-eks, region: eu-central-1, profile: desk }
    grants: [{ group: devs, clusterRole: view }]
  plugin:
    eks: { name: plugin-eks, region: eu-central-1, credentials: exec }
    grants: [{ group: devs, clusterRole: view }]
  file:
    eks: { name: file-eks, region: eu-central-1, credentials: { kubeconfig: ~/.kube/config, context: file } }
    grants: [{ group: devs, clusterRole: view }]
  going:
    eks: { name: going-eks, region: eu-central-1 }
    state: absent
  kind:
    kubernetes: { kubeconfig: ~/.kube/config, context: kind-kind }
    grants: [{ group: devs, clusterRole: view }]
  azure:
    aks: { kubeconfig: ~/.kube/config, context: aks }
    grants: [{ group: devs, clusterRole: view }]
  shift:
    openshift: { kubeconfig: ~/.kube/config, context: ocp, domain: apps.ocp.contoso.com, signIn: oauth }
    grants: [{ group: devs, clusterRole: view }]
  classic:
    openshift:
      kubeconfig: ~/.kube/config
      context: classic
      domain: apps.classic.contoso.com
      signIn: rosa-classic
      clusterId: 2a3b4c5d6e7f8g9h
    grants: [{ group: devs, clusterRole: view }]
portal:
  cluster: prod
  url: https://portal.contoso.com
  namespace: krci
  version: "3.15"
  groups: { admin: devs }
clients:
  headlamp: { preset: headlamp, url: "https://headlamp.contoso.com", cluster: prod, namespace: tools }
  grafana: { preset: headlamp, url: "https://headlamp.kind.contoso.com", cluster: kind, namespace: tools }
  stored:
    preset: headlamp
    url: https://headlamp.desk.contoso.com
    cluster: desk
    namespace: tools
    secret: { store: { secretsManager: tools/headlamp } }
  spa: { public: spa, url: "https://spa.contoso.com", callback: "https://spa.contoso.com/", cluster: prod, namespace: tools }
`);
