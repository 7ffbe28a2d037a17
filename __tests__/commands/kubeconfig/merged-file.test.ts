import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { parse } from "yaml";
import { defaultKubeconfig, mergeInto } from "../../../commands/kubeconfig/merged-file";
import { among } from "./sample-kubeconfig";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entra-eks-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
const own = "# mine\napiVersion: v1\nkind: Config\n";

test("a file that is not there is made with its folder, for its owner alone", () => {
  const path = join(folder, "kube", "config");
  expect(mergeInto(path, among())).toEqual({ path, changed: true, current: "prod-entra", backup: undefined });
  expect(parse(readFileSync(path, "utf8"))).toEqual(among());
  expect([mode(path), mode(join(folder, "kube"))]).toEqual(["600", "700"]);
  expect(readdirSync(join(folder, "kube"))).toEqual(["config"]);
});

test("what was there is in a backup, which no later one replaces, and nothing else is left behind", () => {
  const path = join(folder, "config");
  writeFileSync(path, own, { mode: 0o644 });
  expect(mergeInto(path, among()).backup).toBe(`${path}.backup`);
  expect([mode(path), mode(`${path}.backup`)]).toEqual(["600", "600"]);
  expect(mergeInto(path, among(["prod", "stage"])).backup).toBe(`${path}.backup-1`);
  expect(mergeInto(path, among())).toMatchObject({ changed: false, backup: undefined });
  expect(readFileSync(`${path}.backup`, "utf8")).toBe(own);
  expect(readdirSync(folder)).toEqual(["config", "config.backup", "config.backup-1"]);
});

test("links stay what they are, and the file behind them is written, also if it is not there yet", () => {
  const [path, behind] = [join(folder, "config"), join(folder, "behind")];
  symlinkSync("behind", path);
  mergeInto(path, among());
  const further = join(folder, "further");
  symlinkSync("config", further);
  mergeInto(further, among(["stage"]));
  expect([path, further].map((link) => lstatSync(link).isSymbolicLink())).toEqual([true, true]);
  expect(readFileSync(behind, "utf8")).toContain("stage-entra");
  expect(existsSync(`${behind}.backup`)).toBe(true);
});

test.each([
  ["tabs", "apiVersion: v1\nkind: Config\nusers:\n\t- name: a\n", "cannot be read as YAML: line 4"],
  ["two documents", `${own}---\n${own}`, "has more than one YAML document"],
  ["another kind", "kind: Pod\napiVersion: v1\n", "is not a kubeconfig"],
  ["letters of no text", Buffer.from([0xff, 0xfe, 0x00]), "is not a kubeconfig: it is not text in UTF-8"],
])("a file with %s is told in one sentence, and left as it is", (_, content, sentence) => {
  const path = join(folder, "config");
  writeFileSync(path, content);
  expect(() => mergeInto(path, among())).toThrow(`${path} ${sentence}`);
  expect(readFileSync(path)).toEqual(Buffer.from(content));
  expect(readdirSync(folder)).toEqual(["config"]);
});

test("a folder is no kubeconfig, and a file is no folder", () => {
  const path = join(folder, "config");
  mkdirSync(path);
  expect(() => mergeInto(path, among())).toThrow(`${path} is not a file`);
  writeFileSync(join(folder, "file"), "");
  expect(() => mergeInto(join(folder, "file", "config"), among())).toThrow("was not changed: ENOTDIR");
});

test("a file that kubectl is changing is left to it", () => {
  const path = join(folder, "config");
  writeFileSync(path, own);
  writeFileSync(`${path}.lock`, "");
  expect(() => mergeInto(path, among())).toThrow(
    `${path}.lock is there, so another program is changing ${path}; if none is, delete it`,
  );
  expect(readdirSync(folder)).toEqual(["config", "config.lock"]);
});

test("the default is the file that kubectl adds to: the first of KUBECONFIG that is there, or its last", () => {
  const [gone, there, other] = ["gone", "there", "other"].map((name) => join(folder, name)) as [string, string, string];
  writeFileSync(there, own);
  const of = (...files: readonly string[]) => defaultKubeconfig({ KUBECONFIG: files.join(delimiter) });
  expect(defaultKubeconfig({})).toBe(join(homedir(), ".kube", "config"));
  expect(of("")).toBe(join(homedir(), ".kube", "config"));
  expect(of(gone)).toBe(gone);
  expect(of(gone, "", there, other)).toBe(there);
  expect(of(gone, other)).toBe(other);
});
