import { onboard } from "../../../commands/onboard";
import { tenant, withTenant } from "../../access-text";
import { deployed, stateOf } from "../deployed";
import { printed } from "../printed";

const openshift = (signIn: string) =>
  `openshift: { kubeconfig: c, context: ocp, domain: apps.ocp.contoso.com, signIn: ${signIn} }`;
const grants = "grants: [{ group: devs, clusterRole: view }]";
const page = async (clusters: string, login = "") => {
  const access = withTenant(`${login}groups: { devs: { members: [ada@contoso.com] } }\nclusters: { ${clusters} }\n`);
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

test("the page promises the user name that the cluster gives: on ROSA with the issuer before it, elsewhere with the prefix of login", async () => {
  const promised = async (signIn: string) =>
    /knows you by: `(.*?)`/.exec(await page(`ocp: { ${openshift(signIn)}, ${grants} }`))?.[1];
  expect(await promised("external")).toBe("entra:ada@contoso.com");
  expect(await promised("rosa-hcp")).toBe(`https://login.microsoftonline.com/${tenant}/v2.0#ada@contoso.com`);
});

/** The part of the page with what somebody may see, row by row. */
const troubles = (text: string) => text.slice(text.indexOf("## If it does not work"), text.indexOf("## Whom to ask"));
const ocAgain = "`oc logout`, then `oc login --web` and the address of the cluster.";

test("where an OAuth server signs people in, what to do is told in words of oc, and kubelogin is not heard of", async () => {
  const alone = await page(`ocp: { ${openshift("oauth")}, ${grants} }`);
  const rows = troubles(alone);
  expect(alone).not.toMatch(/kubelogin|oidc-login/);
  expect(alone).toContain("You need one program and one file");
  expect(rows).toContain(
    `| \`Unauthorized\`, \`You must be logged in\` | The cluster does not accept your sign-in. | Run ${ocAgain} |`,
  );
  expect(rows).toContain(`Check the namespace. If you were added to a group just now, run ${ocAgain} |`);
  expect(rows).toContain("| `oc` is not found, `unknown flag: --web` |");
  expect(rows).toContain('"Could not create user", "Could not find user"');
});

test("beside another cluster each is told what holds there, by its name", async () => {
  const both = await page(
    `ocp: { ${openshift("oauth")}, ${grants} }, dev: { kubernetes: { kubeconfig: c, context: d }, ${grants} }`,
  );
  const rows = troubles(both);
  expect(both).toContain("You need three programs and one file");
  expect(both).toContain("## 1. Install three programs");
  expect(rows).toContain("`kubectl-oidc_login not found`");
  expect(rows).toContain("| `oc` is not found,");
  expect(rows).toContain(
    `Run \`kubectl oidc-login clean\` and try again. If it stays so, your kubeconfig may be old: ask for a new one. On \`ocp\` run ${ocAgain} |`,
  );
  expect(rows).toContain(`just now, run \`kubectl oidc-login clean\` first. On \`ocp\` run ${ocAgain} |`);
});

test("beside AKS alone, Azure's program is told and int128's is not", async () => {
  const both = await page(
    `ocp: { ${openshift("oauth")}, ${grants} }, shop: { aks: { kubeconfig: c, context: d }, ${grants} }`,
  );
  expect(both).toContain("You need three programs and one file");
  expect(both).toContain("## 1. Install three programs");
  expect(troubles(both)).toContain(`Run \`kubelogin remove-cache-dir\` and try again.`);
  expect(both).not.toContain("oidc-login");
});

test("what Entra asks for is told there too, and how long somebody stays", async () => {
  const policy =
    "login: { conditionalAccess: { mfa: true, state: enabled, breakGlass: 3fa85f64-5717-4562-b3fc-2c963f66afa6 } }\n";
  const alone = await page(`ocp: { ${openshift("oauth")}, ${grants} }`, policy);
  expect(alone).toContain("- Entra asks for a second factor.\n");
  expect(alone).toContain(
    "- You stay signed in for about a day. Then run `oc login --web` again. To sign out, run `oc logout`.",
  );
});

test("a person whom nobody assigned is told so where an OAuth server asks the same application", async () => {
  const alone = await page(`ocp: { ${openshift("oauth")}, ${grants} }`, "login: { assignment: required }\n");
  expect(troubles(alone)).toContain("`AADSTS50105`");
  expect(troubles(await page(`ocp: { ${openshift("oauth")}, ${grants} }`))).not.toContain("`AADSTS50105`");
});

test("where the API server takes ID tokens, the page is as for any cluster", async () => {
  const direct = await page(`ocp: { ${openshift("external")}, ${grants} }`);
  expect(direct).toContain("--context ocp auth whoami");
  expect(direct).not.toContain("oc login");
  expect(troubles(direct)).not.toMatch(/`oc|Could not create user/);
});
