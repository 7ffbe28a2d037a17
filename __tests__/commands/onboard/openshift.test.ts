import { onboard } from "../../../commands/onboard";
import { withTenant } from "../../access-text";
import { deployed, stateOf } from "../deployed";
import { printed } from "../printed";

const openshift = (signIn: string) =>
  `openshift: { kubeconfig: c, context: ocp, domain: apps.ocp.contoso.com, signIn: ${signIn} }`;
const grants = "grants: [{ group: devs, clusterRole: view }]";
const page = async (clusters: string) => {
  const access = withTenant(`groups: { devs: { members: [ada@contoso.com] } }\nclusters: { ${clusters} }\n`);
  const files = {
    "access.yaml": access,
    "state/login.tfstate": stateOf({ client_id: deployed.clientId, issuer_url: deployed.issuer }),
  };
  const { code, stdout } = await printed(files, (file) =>
    onboard({ file, json: false, person: "ada@contoso.com", format: "markdown", kubeconfig: false }),
  );
  expect(code).toBe(0);
  return stdout;
};

test("where an OAuth server signs people in, the page says oc login, and what it needs", async () => {
  const alone = await page(`ocp: { ${openshift("oauth")}, ${grants} }`);
  expect(alone).toContain("Install oc");
  expect(alone).toContain("Then run `oc login --web` and the address.");
  expect(alone).not.toContain("oidc-login version");
});

test("beside another cluster kubectl comes first, and the OAuth server is a note", async () => {
  const both = await page(
    `ocp: { ${openshift("oauth")}, ${grants} }, dev: { kubernetes: { kubeconfig: c, context: d }, ${grants} }`,
  );
  expect(both).toContain("--context dev auth whoami");
  expect(both).toContain("On `ocp`, sign in with `oc login --web`");
  expect(both).toContain("you need `oc`, the command line of OpenShift");
});

test("where the API server takes ID tokens, the page is as for any cluster", async () => {
  const direct = await page(`ocp: { ${openshift("external")}, ${grants} }`);
  expect(direct).toContain("--context ocp auth whoami");
  expect(direct).not.toContain("oc login");
});
