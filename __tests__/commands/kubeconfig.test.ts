import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { isReadByOthers, kubeconfig, type KubeconfigOptions } from "../../commands/kubeconfig";
import { tenant, withGrants } from "../access-text";
import { deployed, stateOf } from "./deployed";
import { printed } from "./printed";

const access = withGrants("[]\n  stage:\n    eks: { name: stage-eks, region: eu-central-1 }");
const files = {
  "access.yaml": access,
  "state/login.tfstate": stateOf({ client_id: deployed.clientId, issuer_url: deployed.issuer }),
  "state/eks-prod.tfstate": stateOf({
    endpoint: "https://prod.example",
    certificate_authority: deployed.authority("prod"),
  }),
  "state/eks-stage.tfstate": stateOf({
    endpoint: "https://stage.example",
    certificate_authority: deployed.authority("stage"),
  }),
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
    clusters: [
      {
        name: "prod",
        cluster: { server: "https://prod.example", "certificate-authority-data": deployed.authority("prod") },
      },
    ],
    contexts: [{ name: "prod", context: { cluster: "prod", user: "entra" } }],
    users: [
      {
        name: "entra",
        user: {
          exec: {
            apiVersion: "client.authentication.k8s.io/v1",
            command: "kubectl-oidc_login",
            args: [
              "get-token",
              `--oidc-issuer-url=${deployed.issuer}`,
              `--oidc-client-id=${deployed.clientId}`,
              "--oidc-pkce-method=S256",
              "--oidc-extra-scope=profile",
              "--oidc-extra-scope=offline_access",
            ],
            interactiveMode: "Never",
            provideClusterInfo: false,
            installHint:
              "kubectl signs in to Entra ID with kubectl-oidc_login, which is not on the PATH. Install it with kubectl krew install oidc-login, brew install kubelogin or choco install kubelogin",
          },
        },
      },
    ],
  });
});

test("where a Conditional Access policy stands, people ask for the application itself, so that it reaches them", async () => {
  const policy = `login: { conditionalAccess: { mfa: true, breakGlass: ${tenant} } }\n`;
  const { stdout } = await run(["prod"], { "access.yaml": `${access.trimEnd()}\n${policy}` });
  expect(stdout).toContain(`- --oidc-extra-scope=${deployed.clientId}/.default\n`);
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
    `The stack "eks-other" is not deployed: there is no state at state/eks-other.tfstate. Deploy it first: npx cdktf deploy '{users,people,login,eks-other}'\n`,
  ],
  [
    "a destroyed stack",
    { "state/login.tfstate": stateOf({}) },
    `The stack "login" is not deployed: its state state/login.tfstate has no output "client_id". Deploy it first: npx cdktf deploy '{users,people,login}'\n`,
  ],
  [
    "a broken state",
    { "state/login.tfstate": "{" },
    "state/login.tfstate cannot be trusted: it is not a Terraform state; check who can write to it, and restore an older version\n",
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
    stderr: expect.stringContaining("clusters.prod has state: absent") as string,
  });
});

test.each([
  [
    "an http endpoint",
    "eks-prod",
    { endpoint: "http://evil.example:80", certificate_authority: deployed.authority("p") },
  ],
  [
    "an endpoint with a path",
    "eks-prod",
    { endpoint: "https://a.b/c?d", certificate_authority: deployed.authority("p") },
  ],
  [
    "an endpoint with an impossible port",
    "eks-prod",
    { endpoint: "https://a.b:99999", certificate_authority: deployed.authority("p") },
  ],
  [
    "an endpoint without a host",
    "eks-prod",
    { endpoint: "https://a..b", certificate_authority: deployed.authority("p") },
  ],
  ["no certificate", "eks-prod", { endpoint: "https://prod.example", certificate_authority: "UFJPRA==" }],
  ["a client ID that is none", "login", { client_id: "x --oidc-issuer-url=y", issuer_url: deployed.issuer }],
  ["a number", "login", { client_id: 5, issuer_url: deployed.issuer }],
])("%s in a state is printed nowhere", async (_, stack, outputs) => {
  const { code, stdout, stderr } = await run(["prod"], { [`state/${stack}.tfstate`]: stateOf(outputs) });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(
    /^state\/[a-z-]+\.tfstate cannot be trusted: its output "\w+" is not one that this program makes; /,
  );
});

test("an endpoint that is none of EKS in the region is told, since tokens are sent there", async () => {
  const eks = (endpoint: string) => stateOf({ endpoint, certificate_authority: deployed.authority("p") });
  const told = async (endpoint: string) => {
    const { code, stderr } = await run(["prod"], { "state/eks-prod.tfstate": eks(endpoint) });
    return { code, stderr };
  };
  expect(await told("https://0A1B.gr7.eu-central-1.eks.amazonaws.com")).toEqual({ code: 0, stderr: "" });
  expect(await told("https://evil.example")).toEqual({
    code: 0,
    stderr:
      'clusters.prod: the state of "eks-prod" says that its API server is https://evil.example, which is not an EKS address in eu-central-1. Compare it with aws eks describe-cluster, because people\'s tokens are sent there\n',
  });
});

test("a kubeconfig with a secret in a file that others read is told, and in none that is its owner's or a pipe", () => {
  const folder = mkdtempSync(join(tmpdir(), "entra-eks-"));
  const isTold = (path: string, mode?: number) => {
    const descriptor = openSync(path, "w", mode);
    try {
      return isReadByOthers(descriptor);
    } finally {
      closeSync(descriptor);
    }
  };
  try {
    expect([isTold(join(folder, "a"), 0o644), isTold(join(folder, "b"), 0o600)]).toEqual([true, false]);
    expect(isTold("/dev/null")).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("where people sign in the access file says: a state with another issuer is no answer", async () => {
  const login = stateOf({ client_id: deployed.clientId, issuer_url: "https://evil.example" });
  expect(await run(["prod"], { "state/login.tfstate": login })).toEqual({
    code: 2,
    stdout: "",
    stderr: `The stack "login" was deployed with an issuer other than ${deployed.issuer}, which the access file says. Deploy it first: npx cdktf deploy '*'\n`,
  });
});

test("all that is not deployed is told at once, with the one command that deploys it", async () => {
  const { "access.yaml": text } = files;
  const result = await printed({ "access.yaml": text }, (file) => kubeconfig({ file, json: false }));
  expect(result).toEqual({
    code: 2,
    stdout: "",
    stderr: `These stacks are not deployed: "login" (there is no state at state/login.tfstate), "eks-prod" (there is no state at state/eks-prod.tfstate), "eks-stage" (there is no state at state/eks-stage.tfstate). Deploy them first: npx cdktf deploy '{users,people,login,eks-prod,eks-stage}'\n`,
  });
});

const asked = (options: Partial<KubeconfigOptions>, login = "", json = false) =>
  printed({ ...files, "access.yaml": `${access}${login}` }, (file) => kubeconfig({ file, json, ...options }));

test("device code is refused unless the file allows it, and then told what else Entra must allow", async () => {
  expect(await asked({ deviceCode: true })).toEqual({
    code: 2,
    stdout: "",
    stderr:
      'access.yaml does not allow device code, and Entra refuses it with AADSTS7000218 until "login.deviceCode: true" is deployed; over SSH, --headless needs no such permission\n',
  });
  const { code, stdout, stderr } = await asked({ deviceCode: true }, "login: { deviceCode: true }\n");
  expect(code).toBe(0);
  expect(stdout).toContain("- --grant-type=device-code\n");
  expect(stderr).toContain("no Conditional Access policy that blocks the device code flow");
});

test("without a browser on the machine the port to forward is told", async () => {
  const { stdout, stderr } = await asked({ headless: true, tokenCache: "none" });
  expect(stdout).toContain(
    "- --skip-open-browser\n          - --listen-address=127.0.0.1:8000\n          - --token-cache-storage=none\n",
  );
  expect(stderr).toContain("ssh -L 8000:localhost:8000");
});

test("Azure's kubelogin is refused in one sentence", async () => {
  expect(await asked({ azure: true })).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "--plugin azure does not work here, because Azure's kubelogin sends an access token and this application is set up for ID tokens; leave the option out\n",
  });
});

test("a merge is told as kubectl tells of changes, and that there was nothing to change", async () => {
  const folder = mkdtempSync(join(tmpdir(), "entra-eks-"));
  try {
    const mergeInto = join(folder, "config");
    const { code, stdout } = await asked({ mergeInto });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `Contexts "prod-entra", "stage-entra" set in ${mergeInto}.\nCurrent context is "prod-entra".\n`,
    });
    expect((await asked({ mergeInto, cluster: ["stage", "stage"] })).stdout).toBe(
      `Nothing to change: ${mergeInto} has context "stage-entra" already.\n`,
    );
    const renewed = await asked({ mergeInto, tokenCache: "keyring" }, "", true);
    expect(JSON.parse(renewed.stdout)).toEqual({
      contexts: ["prod-entra", "stage-entra"],
      path: mergeInto,
      changed: true,
      backup: `${mergeInto}.backup`,
    });
    writeFileSync(mergeInto, "kind: Pod\n");
    expect(await asked({ mergeInto })).toMatchObject({ code: 2, stdout: "" });
    expect(readFileSync(mergeInto, "utf8")).toBe("kind: Pod\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("kubectl's commands are printed a line each, but never with a client secret", async () => {
  const { stdout } = await asked({ printCommands: true, cluster: ["prod"] });
  expect(stdout.split("\n").map((line) => line.split(" ").slice(0, 4).join(" "))).toEqual([
    "kubectl config set-cluster prod-entra",
    "kubectl config set clusters.prod-entra.certificate-authority-data",
    `kubectl config set-credentials entra-${deployed.clientId}`,
    "kubectl config set-context prod-entra",
    "kubectl config current-context >/dev/null",
    "",
  ]);
  expect(await asked({ printCommands: true }, "login: { kubectl: confidential }\n")).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining("would put the client secret into the arguments of a command") as string,
  });
});

test("with --json what is wrong is JSON too, on stderr", async () => {
  const { stdout, stderr } = await run(["prdo"], {}, true);
  expect(stdout).toBe("");
  expect(JSON.parse(stderr)).toEqual({ error: expect.stringContaining('got "prdo"') as string });
  const mistaken = await run(["prod"], { "access.yaml": "tenant: x" }, true);
  expect(JSON.parse(mistaken.stderr)).toMatchObject({ file: "access.yaml", mistakes: [{ path: "tenant" }], untold: 0 });
});

test("a cluster that is not EKS is where the operator's kubeconfig says, beside one of EKS, and needs no state", async () => {
  const admin = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [
      {
        name: "kind",
        cluster: { server: "https://127.0.0.1:6443", "certificate-authority-data": deployed.authority("dev") },
      },
    ],
    contexts: [{ name: "kind-dev", context: { cluster: "kind", user: "admin" } }],
    users: [{ name: "admin", user: { token: "t0p-secret" } }],
  };
  const mixed = {
    "access.yaml": withGrants("[]\n  dev:\n    kubernetes: { kubeconfig: kube/config, context: kind-dev }"),
    "kube/config": JSON.stringify(admin),
  };
  const { code, stdout, stderr } = await run(undefined, mixed);
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining("clusters.dev") as string });
  expect((parse(stdout) as { clusters: unknown }).clusters).toEqual([
    {
      name: "prod",
      cluster: { server: "https://prod.example", "certificate-authority-data": deployed.authority("prod") },
    },
    {
      name: "dev",
      cluster: { server: "https://127.0.0.1:6443", "certificate-authority-data": deployed.authority("dev") },
    },
  ]);
  expect(stdout).not.toMatch(/t0p-secret|admin/);
  const without = await run(["dev"], { "access.yaml": mixed["access.yaml"] });
  expect(without).toMatchObject({ code: 2, stderr: expect.stringContaining("kube/config is not there") as string });
});
