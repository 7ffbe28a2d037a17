import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { upgrade } from "../../commands/upgrade";
import { loadAccess } from "../../config/load";
import { synthesize } from "../../main";
import { version } from "../../package.json";
import { withGrants } from "../access-text";
import { printed } from "./printed";

const text = withGrants("[{ group: devs, clusterRole: view }]", "{ devs: { members: [ada@contoso.com] } }");

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "entra-eks-"))));
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A packed release whose program writes what this one writes, and then does something with it. */
function release(then: string): string {
  const home = join(folder, "release");
  mkdirSync(join(home, "dist"), { recursive: true });
  writeFileSync(join(home, "package.json"), '{ "name": "entra-eks", "version": "9.9.9" }');
  // What a release may do is less than tsx needs.
  const written = join(folder, "written");
  writeFileSync(join(folder, "access.yaml"), text);
  synthesize(loadAccess(join(folder, "access.yaml")), written);
  const program = `const { cpSync, readFileSync, readdirSync, writeFileSync, rmSync } = require("node:fs");
const { dirname } = require("node:path");
const out = process.env.CDKTF_OUTDIR;
cpSync(${JSON.stringify(written)}, out, { recursive: true });
const change = (stack, edit) => {
  const file = out + "/stacks/" + stack + "/cdk.tf.json";
  const placed = readFileSync(file, "utf8").replaceAll(${JSON.stringify(folder)}, dirname(process.env.ACCESS_FILE));
  const json = JSON.parse(placed);
  edit(json);
  writeFileSync(file, JSON.stringify(json));
};
for (const stack of readdirSync(out + "/stacks")) change(stack, () => undefined);
${then}
`;
  writeFileSync(join(home, "dist", "main.js"), program);
  execFileSync("npm", ["pack", "--pack-destination", folder, home], { cwd: folder, stdio: "ignore" });
  return join(folder, "entra-eks-9.9.9.tgz");
}

/** Compares with a packed release; the folder of the access file afterwards too. */
async function compared(from: string, json = false, files: Readonly<Record<string, string>> = { "access.yaml": text }) {
  let left: string[] = [];
  const all = await printed(files, async (file) => {
    const code = await upgrade({ file, json, from, writeStacks: synthesize });
    left = readdirSync(dirname(file));
    return code;
  });
  return { ...all, left };
}

test("a release that writes the same changes nothing", async () => {
  const { code, stdout } = await compared(release(""));
  expect(stdout).toBe(`Nothing changes in the Terraform of this file from entra-eks ${version} to 9.9.9.\n`);
  expect(code).toBe(0);
});

test("created, changed, replaced and destroyed addresses stand below their stack", async () => {
  const edits = `change("people", ({ resource: { azuread_group } }) => {
  azuread_group.devs.description = "new";
  azuread_group.more = { display_name: "more" };
});
change("eks-prod", ({ resource }) => { Object.values(resource.aws_eks_identity_provider_config)[0].cluster_name = "other"; });
change("rbac-prod", (json) => { delete json.resource; });`;
  const { code, stdout, left } = await compared(release(edits));
  expect(code).toBe(1);
  expect(stdout).toMatch(/^What changes in the Terraform of this file from entra-eks \S+ to 9\.9\.9:\n/);
  expect(stdout).toMatch(/ {2}people\n {6}~ azuread_group\.devs \(description\)\n {6}\+ azuread_group\.more\n/);
  expect(stdout).toMatch(/ {2}eks-prod\n {4}-\/\+ aws_eks_identity_provider_config\.\S+ \(.*cluster_name.*\)\n/);
  expect(stdout).toMatch(/ {2}rbac-prod\n {6}- kubernetes_cluster_role_binding_v1\./);
  expect(left).toEqual(["access.yaml"]);
});

test("another range of a provider, and a stack that is gone, are told", async () => {
  const then = `change("people", ({ terraform }) => { terraform.required_providers.azuread.version = ">= 4.0.0"; });
const manifest = JSON.parse(readFileSync(out + "/manifest.json", "utf8"));
delete manifest.stacks["rbac-prod"];
writeFileSync(out + "/manifest.json", JSON.stringify(manifest));`;
  const { code, stdout } = await compared(release(then));
  expect(code).toBe(1);
  expect(stdout).toMatch(/^! people requires azuread >= 4\.0\.0, before >= 3.*: terraform init -upgrade$/m);
  expect(stdout).toContain("  rbac-prod (no longer written: destroy it before you take the release)\n");
});

test("the other release gets a copy and no credentials, and its folder is gone afterwards", async () => {
  process.env["AWS_SECRET_ACCESS_KEY"] = "made-up";
  let said = "";
  try {
    const telling = "process.stderr.write(JSON.stringify([process.env, process.cwd()])); process.exit(1);";
    said = (await compared(release(telling))).stderr;
  } finally {
    delete process.env["AWS_SECRET_ACCESS_KEY"];
  }
  const [env, cwd] = JSON.parse(said.slice(said.indexOf("["))) as [NodeJS.ProcessEnv, string];
  expect(env["AWS_SECRET_ACCESS_KEY"]).toBeUndefined();
  const own = [env["ACCESS_FILE"], cwd].map((path) => /^.*\/entra-eks-upgrade-\w+/.exec(path ?? "")?.[0] ?? "");
  expect(own).not.toContain("");
  expect(own.filter((path) => existsSync(path))).toEqual([]);
});

test.each([
  ["writes elsewhere", (path: string) => `writeFileSync(${JSON.stringify(path)}, "");`],
  [
    "starts a program",
    (path: string) => `require("node:child_process").execFileSync("touch", [${JSON.stringify(path)}]);`,
  ],
])("a release that %s is stopped, and that is no answer", async (_, then) => {
  const elsewhere = join(folder, "elsewhere");
  const { code, stderr } = await compared(release(then(elsewhere)));
  expect(code).toBe(2);
  expect(stderr).toContain("entra-eks 9.9.9 does not write the stacks of this file");
  expect(existsSync(elsewhere)).toBe(false);
});

test("for machines it is JSON with both versions", async () => {
  const { stdout } = await compared(
    release('change("people", ({ resource }) => { resource.azuread_group.more = {}; });'),
    true,
  );
  expect(JSON.parse(stdout)).toMatchObject({
    from: version,
    to: "9.9.9",
    stacks: [{ stack: "people", addresses: [{ address: "azuread_group.more", action: "create" }] }],
    gone: [],
  });
});

test("a release that refuses the file, or cannot be installed, is no answer", async () => {
  const refusing = await compared(release('process.stderr.write("groups must be other\\\\n"); process.exit(1);'));
  expect(refusing).toMatchObject({ code: 2, stdout: "" });
  expect(refusing.stderr).toContain("entra-eks 9.9.9 does not write the stacks of this file: groups must be other");
  const missing = await compared(join(folder, "nothing.tgz"));
  expect(missing).toMatchObject({ code: 2, stdout: "" });
  expect(missing.stderr).toContain("npm cannot install");
});

test("where the registry has no such release, it is said how to name a packed one", async () => {
  const registry = createServer((_, response) => response.writeHead(404).end("{}")).listen(0, "127.0.0.1");
  await once(registry, "listening");
  const before = process.env["npm_config_registry"];
  process.env["npm_config_registry"] = `http://127.0.0.1:${String((registry.address() as AddressInfo).port)}/`;
  try {
    const run = (file: string) => upgrade({ file, json: false, to: "9.9.9", writeStacks: synthesize });
    expect(await printed({ "access.yaml": text }, run)).toEqual({
      code: 2,
      stdout: "",
      stderr: "The registry that npm asks has no entra-eks@9.9.9. Name the packed file of the release with --from\n",
    });
  } finally {
    if (before === undefined) delete process.env["npm_config_registry"];
    else process.env["npm_config_registry"] = before;
    registry.close();
  }
});

test("what the access file includes is compared too", async () => {
  const members = "groups: { devs: { members: [ada@contoso.com] } }\n";
  const files = {
    "access.yaml": `${withGrants("[{ group: devs, clusterRole: view }]", "{}").replace("groups: {}\n", "")}include: { teams/devs.yaml: { groups: [devs], members: ["*@contoso.com"] } }\n`,
    "teams/devs.yaml": members,
  };
  const { code, stdout } = await compared(release(""), false, files);
  expect([code, stdout]).toEqual([
    0,
    `Nothing changes in the Terraform of this file from entra-eks ${version} to 9.9.9.\n`,
  ]);
});
