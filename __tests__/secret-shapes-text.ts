import { withTenant } from "./access-text";

const ways = {
  ephemeral: "eks: { name: a, region: eu-central-1 }",
  exec: "eks: { name: a, region: eu-central-1, credentials: exec }",
  context: "eks: { name: a, region: eu-central-1, credentials: { kubeconfig: config, context: a } }",
  kubernetes: "kubernetes: { kubeconfig: config, context: a }",
};
const secret = (name: string) => `, secret: { store: { secretsManager: ${name} } }`;

/** A file with a portal and a client on one cluster. */
export const shape = (way: keyof typeof ways, inAws: boolean) =>
  withTenant(`groups: { devs: { members: [ada@contoso.com] } }
clusters:
  a:
    ${ways[way]}
    grants: [{ group: devs, clusterRole: view }]
portal: { cluster: a, url: https://portal.contoso.com, namespace: krci, version: "3.15"${inAws ? secret("portal") : ""} }
clients:
  web: { cluster: a, url: https://web.contoso.com, callback: https://web.contoso.com/back, namespace: web${inAws ? secret("web") : ""} }
`);

/** An OpenShift cluster that signs people in like this. */
export const onOpenShift = (signIn: string) =>
  withTenant(`groups: { devs: { members: [ada@contoso.com] } }
clusters:
  ocp:
    openshift: { kubeconfig: config, context: ocp, domain: apps.contoso.com, signIn: ${signIn} }
    grants: [{ group: devs, clusterRole: view }]
`);
export const classic = "rosa-classic, clusterId: 2a3b4c5d6e7f8g9h";

/** Every way to hold client secrets. */
export const shapes: readonly string[] = [
  ...(["ephemeral", "exec", "context"] as const).flatMap((way) => [shape(way, false), shape(way, true)]),
  shape("kubernetes", false),
  ...["external", "oauth", classic].map(onOpenShift),
];
