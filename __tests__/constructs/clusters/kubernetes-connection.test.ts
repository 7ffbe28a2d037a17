import { withGrants } from "../../access-text";
import { synth } from "../../synth";

/** The program for a cluster of the given kind. */
const cluster = (kind: string) =>
  synth(
    withGrants("[{ group: devs, clusterRole: view }]").replace("eks: { name: prod-eks, region: eu-central-1 }", kind),
  );
const eks = (more: string) => `eks: { name: prod-eks, region: eu-central-1, ${more} }`;
const kubernetes = (more = "") => `kubernetes: { kubeconfig: config, context: prod${more} }`;

test.each([eks("credentials: { kubeconfig: config, context: prod }"), kubernetes()])(
  "with a kubeconfig the bindings need nothing of AWS: %s",
  (kind) => {
    const stack = cluster(kind).stack("rbac-prod");
    expect(JSON.stringify(stack)).toContain("kubernetes_cluster_role_binding_v1");
    expect(JSON.stringify(stack)).not.toContain("aws");
    expect(stack).not.toHaveProperty("ephemeral");
  },
);

test("a cluster that is not EKS has no stack of AWS, and the login is read by none of its stacks", () => {
  const { stacks, dependencies } = cluster(kubernetes());
  expect(Object.keys(stacks)).toEqual(["login", "people", "rbac-prod"]);
  expect(dependencies["rbac-prod"]).toEqual(["people"]);
});

test("the proxy is for the API server only", () => {
  const url = "http://proxy.contoso.com:3128";
  const kinds = ["ephemeral", "exec", "{ kubeconfig: config, context: prod }"].map((credentials) =>
    eks(`credentials: ${credentials}, proxyUrl: "${url}"`),
  );
  for (const kind of [...kinds, kubernetes(`, proxyUrl: "${url}"`)]) {
    const program = cluster(kind);
    expect(program.find("rbac-prod", "provider")["kubernetes"]).toMatchObject([{ proxy_url: url }]);
    expect(JSON.stringify(program.stacks["eks-prod"] ?? {})).not.toContain("proxy");
  }
});
