import { parse } from "yaml";
import { kubeconfig } from "../../commands/kubeconfig";
import { tenant, withGrants } from "../access-text";
import { printed } from "./printed";

const state = (outputs: Record<string, unknown>) =>
  JSON.stringify({
    version: 4,
    outputs: Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, { value }])),
  });

const access = withGrants("[]\n  stage:\n    eks: { name: stage-eks, region: eu-central-1 }");
const files = {
  "access.yaml": access,
  "state/login.tfstate": state({ client_id: "the-client", issuer_url: "https://issuer.example/v2.0" }),
  "state/eks-prod.tfstate": state({ endpoint: "https://prod.example", certificate_authority: "UFJPRA==" }),
  "state/eks-stage.tfstate": state({ endpoint: "https://stage.example", certificate_authority: "U1RBR0U=" }),
};
const run = (cluster?: string[], changed: Record<string, string> = {}, json = false) =>
  printed({ ...files, ...changed }, (file) =>
    kubeconfig({ file, json, ...(cluster === undefined ? {} : { cluster }) }),
  );

test("people sign in through kubelogin with PKCE, and nothing in the file is secret", async () => {
  const { code, stdout } = await run(["prod"]);
  expect(code).toBe(0);
  expect(parse(stdout)).toEqual({
    apiVersion: "v1",
    kind: "Config",
    "current-context": "prod",
    clusters: [{ name: "prod", cluster: { server: "https://prod.example", "certificate-authority-data": "UFJPRA==" } }],
    contexts: [{ name: "prod", context: { cluster: "prod", user: "entra" } }],
    users: [
      {
        name: "entra",
        user: {
          exec: {
            apiVersion: "client.authentication.k8s.io/v1",
            command: "kubectl",
            args: [
              "oidc-login",
              "get-token",
              "--oidc-issuer-url=https://issuer.example/v2.0",
              "--oidc-client-id=the-client",
              "--oidc-pkce-method=S256",
              "--oidc-extra-scope=profile",
              "--oidc-extra-scope=offline_access",
            ],
            interactiveMode: "Never",
            provideClusterInfo: false,
            installHint:
              "kubectl needs the plugin oidc-login to sign in with Entra ID: kubectl krew install oidc-login",
          },
        },
      },
    ],
  });
});

test("where a Conditional Access policy stands, people ask for the application itself, so that it reaches them", async () => {
  const policy = `login: { conditionalAccess: { mfa: true, breakGlass: ${tenant} } }\n`;
  const { stdout } = await run(["prod"], { "access.yaml": `${access.trimEnd()}\n${policy}` });
  expect(stdout).toContain("- --oidc-extra-scope=the-client/.default\n");
});

test("every cluster of the file is in it by default, one login for all; JSON is a kubeconfig too", async () => {
  const config = JSON.parse((await run(undefined, {}, true)).stdout) as {
    contexts: { name: string }[];
    users: unknown[];
  };
  expect(config.contexts.map(({ name }) => name)).toEqual(["prod", "stage"]);
  expect(config.users).toHaveLength(1);
  expect(parse((await run()).stdout)).toEqual(config);
});

test("people reach a private endpoint through its proxy, and other clusters without one", async () => {
  const proxied = access.replace("prod-eks,", 'prod-eks, proxyUrl: "socks5://bastion.contoso.com:1080",');
  const { clusters } = JSON.parse((await run(undefined, { "access.yaml": proxied }, true)).stdout) as {
    clusters: { cluster: Record<string, string> }[];
  };
  expect(clusters.map(({ cluster }) => cluster["proxy-url"])).toEqual(["socks5://bastion.contoso.com:1080", undefined]);
});

test("a cluster that is not in the file is no answer", async () => {
  expect(await run(["prdo"])).toMatchObject({
    code: 2,
    stdout: "",
    stderr: '--cluster must name a cluster of the access file, got "prdo"; did you mean "prod"?\n',
  });
});

test.each([
  [
    "a stack without a state",
    { "access.yaml": access.replace("stage:", "other:") },
    `The stack "eks-other" is not deployed: there is no state at state/eks-other.tfstate. Deploy it first: npx cdktf deploy '*'\n`,
  ],
  [
    "a destroyed stack",
    { "state/login.tfstate": state({}) },
    `The stack "login" is not deployed: its state state/login.tfstate has no output "client_id". Deploy it first: npx cdktf deploy '*'\n`,
  ],
  [
    "a broken state",
    { "state/login.tfstate": "{" },
    "state/login.tfstate is not a Terraform state; look at its backup beside it\n",
  ],
])("%s is told with what to do", async (_, changed, sentence) => {
  expect(await run(undefined, changed)).toEqual({ code: 2, stdout: "", stderr: sentence });
});

test("a file without clusters connects to nothing", async () => {
  expect(await run(undefined, { "access.yaml": access.split("clusters:")[0] ?? "" })).toEqual({
    code: 2,
    stdout: "",
    stderr: "access.yaml has no clusters, so there is nothing to connect to\n",
  });
});

test("a cluster that is to be absent is in no kubeconfig", async () => {
  const absent = { "access.yaml": access.replace("grants: []", "state: absent") };
  expect(
    (JSON.parse((await run(undefined, absent, true)).stdout) as { contexts: { name: string }[] }).contexts,
  ).toMatchObject([{ name: "stage" }]);
  expect(await run(["prod"], absent)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('got "prod"') as string,
  });
});
