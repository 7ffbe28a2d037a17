import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { configCommands } from "../../commands/kubeconfig/config-commands";
import { merge } from "../../commands/kubeconfig/merge";
import { defaultKubeconfig, mergeInto } from "../../commands/kubeconfig/merged-file";
import type { Kubeconfig } from "../../model/clusters/kubeconfig";
import type { SignInWay } from "../../model/login/sign-in-arguments";
import { among } from "../commands/kubeconfig/sample-kubeconfig";
import { missingPrograms } from "./kubectl";
import { realTest } from "./world";

/** `--exec-interactive-mode` is of kubectl 1.30. */
const client = spawnSync("kubectl", ["version", "--client", "-o", "json"], { encoding: "utf8" });
const [, minor] = /"gitVersion": "v1\.(\d+)/.exec(client.stdout) ?? [];
const tooOld = Number(minor) < 30 ? [`kubectl is 1.${minor ?? ""}, and 1.30 is needed`] : [];
const real = realTest([...missingPrograms("kubectl"), ...tooOld]);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entra-eks-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What a shell does with its one environment: a kubeconfig. */
function shell(script: string, file: string) {
  const env = { PATH: process.env["PATH"], HOME: folder, KUBECONFIG: file };
  const { status, stdout, stderr } = spawnSync("sh", ["-ec", script], { encoding: "utf8", env });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}
const view = (file: string) => JSON.parse(shell("kubectl config view --raw -o json", file)) as Kubeconfig;

/** Without what no command of kubectl sets. */
function settable(config: Kubeconfig) {
  const users = config.users.map(({ name, user: { exec } }) => ({
    name,
    exec: { ...exec, installHint: "", env: null },
  }));
  return { ...config, users };
}

real("kubectl writes by the printed commands what is merged, however people sign in, and the same again", async () => {
  await Promise.resolve();
  const ways: readonly SignInWay[] = [
    { deviceCode: true, tokenCache: "none" },
    { headless: true, tokenCache: "keyring" },
  ];
  for (const [index, way] of ways.entries()) {
    const config = among(["prod", "stage"], way, { proxyUrl: "socks5://bastion.contoso.com:1080" });
    const [merged, typed] = [join(folder, `merged-${index}`), join(folder, `typed-${index}`)];
    mergeInto(merged, config);
    shell(configCommands(config).join("\n"), typed);
    expect(settable(view(typed))).toEqual(settable(view(merged)));
    expect(view(merged)).toMatchObject(config);
  }
});

real("a file that kubectl has written again holds our entries still", async () => {
  await Promise.resolve();
  const path = join(folder, "config");
  mergeInto(path, among());
  shell(
    "kubectl config set-context --current --namespace=team-a && kubectl config set-cluster lab --server=https://lab",
    path,
  );
  expect(mergeInto(path, among())).toMatchObject({ changed: false });
  expect(mergeInto(path, among(["stage"]))).toMatchObject({ changed: true, current: undefined });
  expect(view(path).contexts.map(({ name }) => name)).toEqual(["prod-entra", "stage-entra"]);
});

real("kubectl adds to the file that is the default here", async () => {
  await Promise.resolve();
  const [gone, there, other] = ["gone", "there", "other"].map((name) => join(folder, name)) as [string, string, string];
  writeFileSync(there, merge("", among()).text);
  for (const files of [[gone, there, other], [gone, other], [other]]) {
    const KUBECONFIG = files.join(":");
    const path = defaultKubeconfig({ KUBECONFIG });
    shell("kubectl config set-cluster lab --server=https://lab.example", KUBECONFIG);
    expect(view(path).clusters.map(({ name }) => name)).toContain("lab");
    rmSync(other, { force: true });
  }
});

real("what a shell or kubectl would take apart stays whole", async () => {
  await Promise.resolve();
  const config = among();
  const [entry] = config.users;
  const exec = { ...entry!.user.exec, args: [`--a=it's "x", $HOME`] };
  const file = join(folder, "config");
  shell(configCommands({ ...config, users: [{ name: entry!.name, user: { exec } }] }).join("\n"), file);
  expect(view(file).users[0]?.user.exec.args).toEqual(exec.args);
});
