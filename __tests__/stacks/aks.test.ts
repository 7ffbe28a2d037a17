import { withTenant } from "../access-text";
import { synth } from "../synth";

const file = withTenant(`
groups: { devs: { members: [ada@contoso.com] } }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants: [{ group: devs, clusterRole: view }]
  shop:
    aks: { kubeconfig: config, context: shop, azureRbac: true }
    grants: [{ group: devs, clusterRole: view }]
`);

test("a binding names a group by its object ID alone on AKS, and with the prefix elsewhere", () => {
  const stacks = synth(file);
  const subject = (stack: string) =>
    JSON.stringify(stacks.resource(stack, "kubernetes_cluster_role_binding_v1", "devs__ClusterRole__view")["subject"]);
  expect(subject("rbac-prod")).toContain('"name":"entra:${');
  expect(subject("rbac-shop")).toContain('"name":"${');
});

test("AKS has one stack, which needs no cloud and uses the operator's context", () => {
  const stacks = synth(file);
  expect(Object.keys(stacks.stacks).filter((name) => name.endsWith("shop"))).toEqual(["rbac-shop"]);
  expect(Object.keys(stacks.find("rbac-shop", "provider"))).toEqual(["kubernetes"]);
  expect(stacks.find("rbac-shop", "provider")["kubernetes"]).toEqual([
    { config_context: "shop", config_path: "/srv/access/config" },
  ]);
});
