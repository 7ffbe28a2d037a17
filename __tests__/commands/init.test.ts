import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { check } from "../../commands/check";
import { init, type InitOptions } from "../../commands/init";
import type { Questioner } from "../../commands/init/questioner";
import { loadAccess } from "../../config/load";
import { NoAnswer } from "../../config/no-answer";
import { synthesize } from "../../main";
import { version } from "../../package.json";
import { httpsServer, leadingTo } from "./doctor/https-server";
import { machine } from "./doctor/machine";
import { printed } from "./printed";

const tenant = "8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11";
const root = join(__dirname, "..", "..");
const silent = { PATH: "" };

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "entra-eks-init-"))));
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const ran = (options: Partial<InitOptions> = {}) =>
  printed({}, () => init({ folder, yes: true, machine: machine({ env: silent }), ...options }));
const read = (name: string) => readFileSync(join(folder, name), "utf8");
const access = () => parse(read("access.yaml")) as unknown;

/** Somebody who answers in turn, and what she was asked and told. */
function somebody(...answers: readonly string[]) {
  const seen: string[] = [];
  const left = [...answers];
  const questions: Questioner = {
    ask: (question) => {
      seen.push(question);
      if (seen.length > 100) return Promise.reject(new Error("asked without end"));
      return Promise.resolve(left.shift() ?? "");
    },
    tell: (sentence) => seen.push(sentence),
    end: () => undefined,
  };
  return { questions, seen };
}

const entra = async (status: number, body: object) => {
  const answer: RequestListener = ({ url }, response) => {
    response.statusCode = url === "/contoso.com/v2.0/.well-known/openid-configuration" ? status : 404;
    response.end(JSON.stringify(body));
  };
  const { port, ca } = await httpsServer(answer);
  return machine({ env: { ...silent, ...(await leadingTo(port, ca)) } });
};

test("a tenant alone makes a small repository that passes check and synthesizes", async () => {
  const { code, stdout, stderr } = await ran({ tenant });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const names = [
    "access.yaml",
    "cdktf.json",
    "package.json",
    ".gitignore",
    ".github/workflows/access.yaml",
    "README.md",
  ];
  expect(stdout.split("\n\n")[0]).toBe(names.join("\n"));
  expect(access()).toEqual({ tenant });
  expect(printed({}, () => check({ file: join(folder, "access.yaml"), json: false, strict: false })).code).toBe(0);
  const outdir = join(folder, "out");
  synthesize(loadAccess(join(folder, "access.yaml")), outdir);
  expect(readdirSync(join(outdir, "stacks")).sort()).toEqual(["login", "people"]);
});

test("groups and clusters of options stand in the file, with the least for each group, and check warns of nothing", async () => {
  const group = ["developers=ada@contoso.com,bob@contoso.com", "on=grace@contoso.com"];
  const cluster = ["Prod_EKS@eu-central-1", "stage@eu-west-1", "stage@us-east-1"];
  expect((await ran({ tenant, group, cluster })).code).toBe(0);
  const grants = ["developers", "on"].map((one) => ({ group: one, clusterRole: "view", namespaces: ["default"] }));
  expect(access()).toEqual({
    tenant,
    groups: { developers: { members: ["ada@contoso.com", "bob@contoso.com"] }, on: { members: ["grace@contoso.com"] } },
    clusters: {
      "prod-eks": { eks: { name: "Prod_EKS", region: "eu-central-1" }, grants },
      "stage-eu-west-1": { eks: { name: "stage", region: "eu-west-1" }, grants },
      "stage-us-east-1": { eks: { name: "stage", region: "us-east-1" }, grants },
    },
  });
  expect(read("access.yaml")).not.toMatch(/[&*]\w/);
  const checked = printed({}, () => check({ file: join(folder, "access.yaml"), json: false, strict: true }));
  expect(checked.code).toBe(0);
  expect(checked.stdout + checked.stderr).not.toContain("warning:");
});

test("a grant of an option is the one that stands in the file, in namespaces, everywhere, or nowhere", async () => {
  const group = ["devs=ada@contoso.com", "admins=bob@contoso.com", "others=grace@contoso.com"];
  const grant = ["devs=edit@team-a,team-b", "admins=view", "others=none"];
  expect((await ran({ tenant, group, grant, cluster: ["prod@eu-central-1"] })).code).toBe(0);
  expect(access()).toMatchObject({
    clusters: {
      prod: {
        grants: [
          { group: "devs", clusterRole: "edit", namespaces: ["team-a", "team-b"] },
          { group: "admins", clusterRole: "view" },
        ],
      },
    },
  });
});

test("the release is pinned, the editor finds the schema, and each project has an ID of its own", async () => {
  await ran({ tenant });
  const { dependencies } = JSON.parse(read("package.json")) as { dependencies: object };
  expect(dependencies).toEqual({ "entra-eks": version });
  expect(read("access.yaml").split("\n")[0]).toBe(
    "# yaml-language-server: $schema=./node_modules/entra-eks/access.schema.json",
  );
  const project = (text: string) => JSON.parse(text) as { projectId: string; sendCrashReports: string; app: string };
  const first = project(read("cdktf.json"));
  expect(first).toMatchObject({ sendCrashReports: "false", app: "node node_modules/entra-eks/dist/main.js" });
  const other = join(folder, "other");
  await ran({ tenant, folder: other });
  expect(project(readFileSync(join(other, "cdktf.json"), "utf8")).projectId).not.toBe(first.projectId);
  expect(first.projectId).toMatch(/^[\da-f-]{36}$/);
});

test("npm run synth asks no host for a newer Terraform: it runs the program that cdktf.json names", async () => {
  await ran({ tenant });
  const { scripts } = JSON.parse(read("package.json")) as { scripts: object };
  const { app } = JSON.parse(read("cdktf.json")) as { app: string };
  expect(scripts).toMatchObject({ synth: app });
});

test("states, what cdktf writes and kubeconfigs stay out of the repository; its README has ten lines", async () => {
  await ran({ tenant });
  expect(read(".gitignore").split("\n")).toEqual(
    expect.arrayContaining(["state/", "cdktf.out/", "*.kubeconfig", ".env"]),
  );
  expect(read("README.md").split("\n").length).toBeLessThanOrEqual(11);
  const [, path = "", heading = ""] =
    /node_modules\/entra-eks\/(docs\/[\w-]+\.md)#([\w-]+)/.exec(read("README.md")) ?? [];
  const headings = readFileSync(join(__dirname, "..", "..", path), "utf8").match(/^## .*$/gm) ?? [];
  expect(
    headings.map((one) =>
      one
        .slice(3)
        .toLowerCase()
        .replace(/[^\w -]/g, "")
        .replaceAll(" ", "-"),
    ),
  ).toContain(heading);
});

test("the workflow has the actions of this repository's, at the same commits, and may only read", async () => {
  await ran({ tenant });
  const workflow = read(".github/workflows/access.yaml");
  const uses = [...workflow.matchAll(/uses: (.*)/g)].map(([, action = ""]) => action);
  expect(uses).toHaveLength(2);
  const ours = readFileSync(join(root, ".github", "workflows", "access.yml"), "utf8");
  expect(uses.filter((action) => !ours.includes(action))).toEqual([]);
  const { permissions } = parse(workflow) as { permissions: object };
  expect(permissions).toEqual({ contents: "read" });
  expect(workflow).not.toContain("${{");
});

test("what npm and git have put there is no obstacle, and the installed release stays", async () => {
  mkdirSync(join(folder, ".git"));
  mkdirSync(join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{ "dependencies": { "entra-eks": "file:../entra-eks.tgz" } }');
  expect((await ran({ tenant })).code).toBe(0);
  expect(JSON.parse(read("package.json"))).toMatchObject({ dependencies: { "entra-eks": "file:../entra-eks.tgz" } });
});

test("the packed file that npm installed from this folder is no obstacle", async () => {
  writeFileSync(join(folder, "entra-eks-0.1.0.tgz"), "packed");
  writeFileSync(join(folder, "package.json"), '{ "dependencies": { "entra-eks": "file:entra-eks-0.1.0.tgz" } }');
  expect(await ran({ tenant })).toMatchObject({ code: 0, stderr: "" });
  expect(read("entra-eks-0.1.0.tgz")).toBe("packed");
  writeFileSync(join(folder, "another.tgz"), "mine");
  expect(await ran({ tenant })).toMatchObject({ code: 2, stderr: expect.stringContaining("another.tgz") as string });
});

test.each(["../entra-eks-0.1.0.tgz", "/srv/releases/entra-eks-0.1.0.tgz"])(
  "whoever installed %s is told that others do not have it, and what to do",
  async (packed) => {
    writeFileSync(join(folder, "package.json"), JSON.stringify({ dependencies: { "entra-eks": `file:${packed}` } }));
    expect(await ran({ tenant })).toMatchObject({
      code: 0,
      stderr: `package.json names ${packed}, which others and pipelines do not have. Copy it into this folder and run npm install ./entra-eks-0.1.0.tgz\n`,
    });
  },
);

test.each([
  ["notes.txt", "mine"],
  ["access.yaml", "tenant: x"],
  ["package.json", '{ "name": "mine", "dependencies": { "entra-eks": "0.1.0" } }'],
])("a folder with somebody's %s is refused and stays as it is", async (name, text) => {
  writeFileSync(join(folder, name), text);
  const { code, stdout, stderr } = await ran({ tenant });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(`init overwrites nothing: the folder must be empty, got "${folder}" with ${name}`);
  expect(readdirSync(folder)).toEqual([name]);
  expect(read(name)).toBe(text);
});

test.each([
  [
    { tenant: "contoso" },
    '--tenant must be the tenant\'s ID, a GUID, or one of its domains such as contoso.com, got "contoso"',
  ],
  [{ tenant, group: ["developers"] }, "--group must be like developers=ada@contoso.com,bob@contoso.com, got"],
  [{ tenant, cluster: ["prod"] }, '--cluster must be like prod-eks@eu-central-1, got "prod"'],
  [
    { tenant, cluster: ["prod@eu-central-1"], grant: ["devs"] },
    "--grant must be like developers=edit@team-a,team-b, got",
  ],
  [
    { tenant, cluster: ["prod@eu-central-1"], grant: ["devs=edit@"] },
    "A grant must be a ClusterRole and its namespaces",
  ],
  [{ tenant, cluster: ["prod@eu-central-1"], grant: ["devs=view"] }, "clusters.prod.grants[0].group must name a group"],
  [{ tenant, group: ["devs=ada@contoso.com"], grant: ["devs=view"] }, "--grant must come with a cluster"],
  [{ tenant, group: ["devs=Ada Lovelace"] }, "groups.devs.members[0] must be a user principal name"],
  [{ tenant, cluster: ["prod@eu_central"] }, "clusters.prod.eks.region must be"],
  [{ tenant, group: ["devs=ada@contoso.com", "devs=bob@contoso.com"] }, "devs"],
] as const)("%j is wrong: one sentence, status 1, and nothing is written", async (options, sentence) => {
  const { code, stdout, stderr } = await ran(options);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(sentence);
  expect(stderr).not.toContain("access.yaml:");
  expect(readdirSync(folder)).toEqual([]);
});

test("without a terminal and without options nobody can be asked", async () => {
  const { code, stderr } = await ran({ yes: false });
  expect(code).toBe(2);
  expect(stderr).toBe(
    "init asks, and there is no terminal: say --tenant <id|domain>, with --group and --cluster as you like, or --yes\n",
  );
});

test("--yes without a tenant takes that of az, and says so where az has none", async () => {
  const { code, stderr } = await ran();
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: "Which tenant? az is not signed in to one here: say --tenant <id|domain>\n",
  });
  const bin = `${folder}-bin`;
  mkdirSync(bin);
  writeFileSync(join(bin, "az"), `#!/bin/sh\necho ${tenant.toUpperCase()}\n`, { mode: 0o755 });
  expect((await ran({ machine: machine({ env: { PATH: `${bin}:/bin:/usr/bin` } }) })).code).toBe(0);
  rmSync(bin, { recursive: true });
  expect(access()).toEqual({ tenant });
});

test("a domain is looked up in the tenant's OpenID configuration", async () => {
  const found = await entra(200, { issuer: `https://login.microsoftonline.com/${tenant}/v2.0` });
  expect(await ran({ tenant: "Contoso.com", machine: found })).toMatchObject({ code: 0, stderr: "" });
  expect(access()).toEqual({ tenant });
});

test("a domain that Entra has no tenant for is wrong; an odd answer is none", async () => {
  const none = await ran({ tenant: "contoso.com", machine: await entra(400, { error: "invalid_tenant" }) });
  expect(none).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("which has none with the domain contoso.com") as string,
  });
  const odd = await ran({
    tenant: "contoso.com",
    machine: await entra(200, { issuer: "https://contoso.com/evil/v2.0" }),
  });
  expect(odd).toMatchObject({ code: 2, stderr: expect.stringContaining("answered 200. Say --tenant") as string });
  expect(readdirSync(folder)).toEqual([]);
});

test("offline, a domain cannot be looked up, and the sentence says so", async () => {
  const offline = { ...silent, ...(await leadingTo(1, "")) };
  const { code, stderr } = await ran({ tenant: "contoso.com", machine: machine({ env: offline }) });
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^The tenant of contoso\.com cannot be looked up: login\.microsoftonline\.com is not reached from here, .*Say --tenant with the tenant's ID\n$/,
  );
});

test("whoever is asked is told what was wrong, and asked again", async () => {
  const { questions, seen } = somebody(
    ...[
      "contoso",
      tenant,
      "devs",
      "Ada Lovelace",
      "devs",
      "ada@contoso.com",
      "",
      "",
      "prod",
      "prod-eks@Frankfurt",
      "prod-eks@eu-central-1",
      "",
      "edit@Team A",
      "edit@team-a",
    ],
  );
  expect((await ran({ yes: false, questions })).code).toBe(0);
  expect(access()).toMatchObject({
    tenant,
    groups: { devs: { members: ["ada@contoso.com"] } },
    clusters: {
      "prod-eks": {
        eks: { name: "prod-eks", region: "eu-central-1" },
        grants: [{ group: "devs", clusterRole: "edit", namespaces: ["team-a"] }],
      },
    },
  });
  expect(seen).toContain(
    "What may devs do on each cluster? A ClusterRole and namespaces, as edit@team-a, or none [view@default]:",
  );
  const told = seen.filter((sentence) => !sentence.endsWith(":"));
  expect(told).toEqual([
    expect.stringContaining("--tenant must be"),
    expect.stringContaining("groups.devs.members[0] must be"),
    expect.stringContaining("--cluster must be like"),
    expect.stringContaining("clusters.prod-eks.eks.region must be an AWS region"),
    expect.stringContaining("clusters.prod-eks.grants[0].namespaces[0] must be"),
  ]);
});

test("a cluster or a region that is none is told where it is asked for, not after every grant", async () => {
  const answers = ["mars", "", "prod@eu-central-9x", "prod@eu-central-1", "prod@eu-central-1", "", ""];
  const { questions, seen } = somebody(...answers);
  let asked = 0;
  const ask: Questioner["ask"] = (question) =>
    ++asked > answers.length ? Promise.reject(new NoAnswer("nobody answers any more")) : questions.ask(question);
  const said = { tenant, group: ["devs=ada@contoso.com"], yes: false, questions: { ...questions, ask } };
  expect(await ran(said)).toMatchObject({ code: 0, stderr: "" });
  expect(access()).toMatchObject({ clusters: { prod: { eks: { name: "prod", region: "eu-central-1" } } } });
  expect(seen.filter((sentence) => !sentence.endsWith(":"))).toEqual([
    'The region must be one of AWS such as eu-central-1, got "mars"',
    'clusters.prod.eks.region must be an AWS region such as eu-central-1, got "eu-central-9x"',
    expect.stringContaining("clusters.prod-eu-central-1 must"),
  ]);
});

test("what an option says wrong is told before anything is asked", async () => {
  const { questions, seen } = somebody();
  const said = { tenant, group: ["my devs=ada@contoso.com"], yes: false, questions };
  expect(await ran(said)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('groups["my devs"] must') as string,
  });
  expect(seen).toEqual([]);
});

test("what an option says is not asked for", async () => {
  const { questions, seen } = somebody();
  const said = { tenant, group: ["devs=ada@contoso.com"], cluster: ["prod@eu-central-1"], grant: ["devs=none"] };
  await ran({ yes: false, questions, ...said });
  expect(seen).toEqual([]);
});
