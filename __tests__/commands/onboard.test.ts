import { stringify } from "yaml";
import { onboard, type OnboardOptions } from "../../commands/onboard";
import { kubeconfig } from "../../commands/kubeconfig";
import { withTenant } from "../access-text";
import { deployed, stateOf } from "./deployed";
import { printed } from "./printed";

const access = (login = "{}") =>
  withTenant(`
login: ${login}
guests: [gus@fabrikam.com]
groups:
  ops: { displayName: Operators, groups: [seniors], owners: [grace@contoso.com, ada@contoso.com] }
  seniors: { members: [ada@contoso.com], owners: [carol@contoso.com] }
  devs: { members: [bob@contoso.com, gus@fabrikam.com] }
  idle: { members: [ivan@contoso.com] }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants:
      - { group: ops, clusterRole: view }
      - { group: devs, clusterRole: edit, namespaces: [team-a, team-b] }
  stage:
    eks: { name: stage-eks, region: eu-central-1 }
    grants: [{ group: devs, clusterRole: theirs, namespaces: [team-a] }]
roles: { theirs: { existing: true } }
`);

const eks = (name: string) =>
  stateOf({
    endpoint: `https://${name}.gr7.eu-central-1.eks.amazonaws.com`,
    certificate_authority: deployed.authority(name),
  });
const states = {
  "state/login.tfstate": stateOf({ client_id: deployed.clientId, issuer_url: deployed.issuer }),
  "state/eks-prod.tfstate": eks("prod"),
  "state/eks-stage.tfstate": eks("stage"),
};

type Asked = Partial<Omit<OnboardOptions, "file">> & { readonly files?: Readonly<Record<string, string>> };

const ask = (person: string, { files = states, ...options }: Asked = {}, text = access()) =>
  printed({ "access.yaml": text, ...files }, (file) =>
    onboard({ file, person, json: false, format: "markdown", kubeconfig: true, ...options }),
  );

test("the page says what the person may do where, and by which group", async () => {
  const { code, stdout, stderr } = await ask("Ada@contoso.com");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("# Kubernetes for ada@contoso.com\n");
  const table = /^\| Cluster[\s\S]*?\n\n/m.exec(stdout)?.[0].split("\n").slice(2, -2);
  expect(table).toEqual([
    "| `prod` | everywhere | see most things, but no secrets and no roles (`view`) | `Operators`, through `seniors` |",
  ]);
  expect((await ask("bob@contoso.com")).stdout).toContain(
    "| `stage` | `team-a` | what the role `theirs` of this cluster allows | `devs` |",
  );
});

test("the kubeconfig on it is the one that kubeconfig prints, for the clusters of this person alone", async () => {
  const files = { "access.yaml": access(), ...states };
  const { stdout: config } = await printed(files, (file) => kubeconfig({ file, json: false, cluster: ["prod"] }));
  expect((await ask("ada@contoso.com")).stdout).toContain(`\`\`\`yaml\n${config.trimEnd()}\n\`\`\``);
  const { stdout } = await ask("ada@contoso.com", { format: "html" });
  const [, data = ""] = /href="data:application\/yaml;base64,([^"]*)"/.exec(stdout) ?? [];
  expect(Buffer.from(data, "base64").toString()).toBe(config);
  expect(stdout).not.toContain("stage");
});

test("the first command is one that the person may run", async () => {
  const command = (stdout: string) => /kubectl .* get pods.*/.exec(stdout)?.[0];
  const first = 'kubectl --kubeconfig "$HOME/.kube/entra.kubeconfig" --context prod get pods';
  expect(command((await ask("ada@contoso.com")).stdout)).toBe(`${first} -A`);
  expect(command((await ask("bob@contoso.com")).stdout)).toBe(`${first} -n team-a`);
  const unknown = access().replace("clusterRole: view", "clusterRole: theirs");
  expect(command((await ask("ada@contoso.com", {}, unknown)).stdout)).toBeUndefined();
});

test("owners of the groups that list the person are whom to ask, but not the person", async () => {
  expect((await ask("ada@contoso.com")).stdout).toMatch(
    /About the group `seniors`: carol@contoso\.com\n- About everything else ask whoever sent/,
  );
  const own = access().replace("owners: [carol@contoso.com]", "owners: [ada@contoso.com]");
  expect((await ask("ada@contoso.com", {}, own)).stdout).toContain("\n- Ask whoever sent you this page.\n");
});

test("a client secret never stands on a page: the kubeconfig goes another way", async () => {
  for (const format of ["markdown", "html"] as const) {
    const { code, stdout } = await ask("ada@contoso.com", { format, files: {} }, access("{ kubectl: confidential }"));
    expect(code).toBe(0);
    expect(stdout).toContain("because it contains a secret");
    expect(stdout).not.toContain("apiVersion");
  }
});

test("before the first deployment there is no page, unless it goes without a kubeconfig", async () => {
  const refused = await ask("ada@contoso.com", { files: {} });
  expect(refused).toMatchObject({ code: 2, stdout: "" });
  expect(refused.stderr).toMatch(/^These stacks are not deployed: "login" .*, "eks-prod" .* --no-kubeconfig\n$/);
  const { code, stdout } = await ask("ada@contoso.com", { files: {}, kubeconfig: false });
  expect(code).toBe(0);
  expect(stdout).toContain("Ask whoever sent you this page for the file `entra.kubeconfig`");
});

test("somebody whom the file does not name gets no page, and the likely name is told", async () => {
  expect(await ask("adda@contoso.com")).toEqual({
    code: 2,
    stdout: "",
    stderr: 'access.yaml does not name "adda@contoso.com"; did you mean "ada@contoso.com"?\n',
  });
  expect((await ask("Ada")).stderr).toBe('access.yaml does not name "Ada"; did you mean "ada@contoso.com"?\n');
  expect((await ask("x", { json: true })).stderr).toBe(
    '{"error":"access.yaml does not name \\"x\\"; add the person to a group first"}\n',
  );
});

test("who may do nothing, or may not sign in, is not sent a page", async () => {
  expect(await ask("ivan@contoso.com")).toMatchObject({
    code: 1,
    stdout: "",
    stderr: expect.stringContaining("grants ivan@contoso.com nothing") as string,
  });
  const nested = await ask("ada@contoso.com", {}, access("{ assignment: required }"));
  expect(nested).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("direct members") as string });
});

test("the page tells what signing in will ask", async () => {
  const notes = async (person: string, login?: string, text = access(login)) =>
    [...(await ask(person, { kubeconfig: false }, text)).stdout.matchAll(/^- (.*)$/gm)].map(([, note]) => note);
  expect(await notes("bob@contoso.com")).toContain(
    "You stay signed in: the browser opens again only after days or weeks.",
  );
  expect(await notes("bob@contoso.com", "{ issuer: v1 }")).toContain("The browser opens again about every hour.");
  expect(await notes("gus@fabrikam.com", "{ guests: true }")).toContain(
    "You are a guest. The first time, Entra asks you to accept the invitation.",
  );
  const policy = (state: string) =>
    `{ conditionalAccess: { state: ${state}, mfa: true, compliantDevice: true, signInFrequency: 12h, allowedLocations: { countries: [DE] }, breakGlass: idle } }`;
  expect(await notes("bob@contoso.com", policy("enabled"))).toEqual(
    expect.arrayContaining([
      "Entra asks for a second factor.",
      "You need a device that your organization manages.",
      "You can sign in from allowed places only.",
      "You stay signed in for 12h. Then the browser opens again.",
    ]),
  );
  expect(await notes("bob@contoso.com", policy("report-only"))).not.toContain("Entra asks for a second factor.");
  const created = `${access()}users: { bob@contoso.com: { create: { displayName: Bob } } }\n`;
  expect((await notes("bob@contoso.com", "", created)).join()).toContain("Your account is new");
});

test("who may be in more groups than the file lists is told so, and the portal is named to those who use it", async () => {
  const more = "You may be in more groups than this page knows";
  const ruled = access().replace("idle: {", "idle: {} \n  hidden: { rule: 'user.department -eq \"IT\"' }\n  other: {");
  expect((await ask("bob@contoso.com")).stdout).not.toContain(more);
  const granted = ruled.replace(
    "grants: [{ group: devs",
    "grants: [{ group: hidden, clusterRole: view }, { group: devs",
  );
  expect((await ask("bob@contoso.com", {}, granted)).stdout).toContain(more);
  const kept = access().replace("devs: {", "devs: { existing: true,");
  expect((await ask("ada@contoso.com", {}, kept)).stdout).toContain(more);
  expect((await ask("bob@contoso.com", {}, kept)).stdout).not.toContain(more);
  const portal = stringify({
    portal: {
      cluster: "prod",
      url: "https://portal.contoso.com",
      namespace: "krci",
      version: "3.15",
      groups: { developer: "devs" },
    },
  });
  const printedFor = async (person: string) => (await ask(person, {}, access() + portal)).stdout;
  expect(await printedFor("bob@contoso.com")).toContain("[https://portal.contoso.com](<https://portal.contoso.com>)");
  expect(await printedFor("ada@contoso.com")).not.toContain("portal.contoso.com");
});

test("web clients are named to those who can do something there", async () => {
  const of = (preset: string, more: object = {}) => {
    return { preset, cluster: "prod", url: `https://${preset}.contoso.com`, namespace: "web", ...more };
  };
  const clients = stringify({
    clients: {
      headlamp: of("headlamp"),
      argocd: of("argocd", { groups: { viewer: ["devs"] } }),
      local: of("headlamp", { url: "http://localhost:4466", public: "native" }),
    },
  });
  const printedFor = async (person: string) => (await ask(person, {}, access() + clients)).stdout;
  const [headlamp, argocd] = ["[Headlamp](<https://headlamp.contoso.com>)", "[Argo CD](<https://argocd.contoso.com>)"];
  expect(await printedFor("bob@contoso.com")).toContain(`sign in in your browser: ${headlamp} and ${argocd}\n`);
  expect(await printedFor("ada@contoso.com")).not.toContain(argocd);
});

test("JSON has the same in keys that stay", async () => {
  const read = async (person: string, asked: Asked = {}) => {
    const { code, stdout } = await ask(person, { json: true, ...asked });
    return { code, ...(JSON.parse(stdout) as { kubeconfig: { kind: string } | null }) };
  };
  const grant = { group: "ops", listedIn: "seniors", role: { kind: "ClusterRole", name: "view" } };
  const { kubeconfig: config, ...rest } = await read("ada@contoso.com");
  expect(config?.kind).toBe("Config");
  expect(rest).toEqual({
    code: 0,
    person: "ada@contoso.com",
    maySignIn: true,
    clusters: [{ cluster: "prod", grants: [{ ...grant, at: ["clusters", "prod", "grants", 0] }] }],
  });
  expect(await read("ivan@contoso.com")).toEqual({
    code: 1,
    person: "ivan@contoso.com",
    maySignIn: true,
    clusters: [],
    kubeconfig: null,
  });
});

test("an API server that is not of EKS is named, since people's tokens go there", async () => {
  const foreign = stateOf({ endpoint: "https://evil.example", certificate_authority: deployed.authority("prod") });
  const { stderr } = await ask("ada@contoso.com", { files: { ...states, "state/eks-prod.tfstate": foreign } });
  expect(stderr).toContain("https://evil.example, which is not an EKS address");
});
