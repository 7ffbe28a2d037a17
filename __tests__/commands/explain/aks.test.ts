import { authentication } from "../../../commands/authentication";
import { explain, type ExplainOptions } from "../../../commands/explain";
import { withTenant } from "../../access-text";
import { printed } from "../printed";

const access = withTenant(`
login: { groups: { emit: assigned } }
groups:
  devs: { members: [ada@contoso.com], groups: [team] }
  team: { members: [bob@contoso.com] }
users: { eve@contoso.com: { left: true } }
clusters:
  shop:
    aks: { kubeconfig: config, context: shop, azureRbac: true }
    grants: [{ group: devs, clusterRole: view }]
`);
const run = (options: Partial<ExplainOptions>) =>
  printed({ "access.yaml": access, token: "e30.e30.e30" }, (file) =>
    Promise.resolve(explain({ file, json: false, cluster: "shop", ...options })),
  );

test("a token is not judged for AKS, and one sentence says why", async () => {
  expect(await run({ tokenFile: "token" })).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "clusters.shop is an AKS cluster, which takes access tokens of Azure's own application and none of the login; --person <name> says what the file lets expect\n",
  });
});

test("a person is predicted without what the login demands, and what Azure may add is said", async () => {
  const { code, stdout } = await run({ person: "bob@contoso.com" });
  expect(code).toBe(0);
  expect(stdout).toContain("<upn of bob@contoso.com>");
  expect(stdout).toContain("<object ID of devs>");
  expect(stdout).not.toContain("entra:");
  expect(stdout).toContain("ClusterRole view on the whole cluster, through devs");
  expect(stdout).toContain("If the person has an Azure role on the cluster");
  expect(stdout).not.toMatch(/200 groups|login\.groups\.emit/);
});

test("whoever has left cannot sign in there either", async () => {
  const { code, stdout } = await run({ person: "eve@contoso.com" });
  expect([code, stdout]).toEqual([1, expect.stringContaining("AADSTS50057")]);
});

test("there is nothing to tell the API server of an AKS cluster", async () => {
  const found = await printed({ "access.yaml": access }, (file) =>
    Promise.resolve(authentication({ file, json: false, cluster: "shop", format: "flags" })),
  );
  expect(found).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "clusters.shop is an AKS cluster: its API server takes tokens of Azure's own application, and nobody can set its flags\n",
  });
});
