import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mostBytes } from "../../../config/file/read-file";
import { mistakesOf } from "../../judge";
import { withTenant } from "../../access-text";

const inside = "groups: { shop-devs: { members: [bob@contoso.com] } }\n";
const bounds = '{ groups: [shop-*], members: ["*@contoso.com"] }';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entra-eks-"));
  mkdirSync(join(folder, "here", "teams"), { recursive: true });
  writeFileSync(join(folder, "here", "teams", "shop.yaml"), inside);
  writeFileSync(join(folder, "out.yaml"), inside);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What is said of an access file that includes these paths, without its warnings. */
function including(...paths: readonly string[]): string[] {
  const file = join(folder, "here", "access.yaml");
  writeFileSync(
    file,
    withTenant(`include: { ${paths.map((path) => `${JSON.stringify(path)}: ${bounds}`).join(", ")} }`),
  );
  return mistakesOf(file).map((line) => line.replaceAll(`${folder}/`, ""));
}

test("a file below the folder is read", () => {
  expect(including("teams/shop.yaml")).toEqual([]);
});

test.each([
  "../out.yaml",
  "teams/../../out.yaml",
  "teams/./shop.yaml",
  "./teams/shop.yaml",
  "teams//shop.yaml",
  "/etc/shop.yaml",
  "~/shop.yaml",
  "C:/shop.yaml",
  "teams\\shop.yaml",
  "https://contoso.com/shop.yaml",
  "file:shop.yaml",
  "teams/shop.txt",
  "teams",
  "",
  "teams/sh\u200bop.yaml",
])("%p is no path of an included file", (path) => {
  expect(including(path)).toEqual([
    expect.stringMatching(
      /^here\/access\.yaml:2:12 include(\[.*\]|\.teams) must be the path of a \.yaml file below the folder of this file/,
    ),
  ]);
});

test("a link, and a file in a folder that is one, are refused wherever they lead", () => {
  symlinkSync(join(folder, "out.yaml"), join(folder, "here", "out.yaml"));
  symlinkSync(join(folder, "here", "teams", "shop.yaml"), join(folder, "here", "in.yaml"));
  symlinkSync(join(folder, "here", "teams"), join(folder, "here", "linked"));
  const must = "must not be a link, nor in a folder that is one";
  for (const path of ["out.yaml", "in.yaml", "linked/shop.yaml"])
    expect(including(path)).toEqual([`here/access.yaml:2:12 include["${path}"] ${must}`]);
});

test("a file that is not there, is a folder, or is the access file itself is told at its line", () => {
  mkdirSync(join(folder, "here", "folder.yaml"));
  expect(including("teams/shpo.yaml")).toEqual([
    'here/access.yaml:2:12 include["teams/shpo.yaml"] must be a file that is there; did you mean "teams/shop.yaml"?',
  ]);
  expect(including("folder.yaml")).toEqual([
    'here/access.yaml:2:12 include["folder.yaml"] must be a file, got a folder',
  ]);
  expect(including("access.yaml")).toEqual([
    'here/access.yaml:2:12 include["access.yaml"] must be another file than this one',
  ]);
});

test("the name of a file elsewhere is no suggestion: of a folder that is a link nothing is told", () => {
  symlinkSync(folder, join(folder, "here", "linked"));
  for (const path of ["linked/oux.yaml", "nowhere/shop.yaml"])
    expect(including(path)).toEqual([`here/access.yaml:2:12 include["${path}"] must be a file that is there`]);
});

test("one file is not read twice under two names", () => {
  const [first] = including("teams/shop.yaml", "teams/Shop.yaml");
  expect(first).toMatch(/include\["teams\/Shop\.yaml"\] must be another file than the other entries$/);
  linkSync(join(folder, "here", "teams", "shop.yaml"), join(folder, "here", "teams", "hard.yaml"));
  expect(including("teams/shop.yaml", "teams/hard.yaml")).toEqual([
    expect.stringContaining("groups.shop-devs must be defined in one file"),
  ]);
});

test("all files together may be as long as one", () => {
  const long = `${inside}# ${"x".repeat(mostBytes / 2)}\n`;
  writeFileSync(join(folder, "here", "a.yaml"), long);
  writeFileSync(join(folder, "here", "b.yaml"), long);
  expect(including("a.yaml")).toEqual([]);
  expect(including("a.yaml", "b.yaml")).toEqual([expect.stringContaining('include["b.yaml"] must be shorter')]);
});

test("aliases of all files together may stand for as much as those of one", () => {
  const copies = (key: string) =>
    `x-m: &m [${"a@contoso.com, ".repeat(100)}]\nclusters: { prod: { grants: [${"*m, ".repeat(60)}] } }\n# ${key}\n`;
  writeFileSync(join(folder, "here", "a.yaml"), copies("a"));
  writeFileSync(join(folder, "here", "b.yaml"), copies("b"));
  expect(including("a.yaml").join()).not.toContain("must copy less");
  expect(including("a.yaml", "b.yaml").join("\n")).toContain('include["b.yaml"] must copy less: aliases');
});

test("what is no YAML, no map or not UTF-8 is told of the included file, and nothing of another kind of file is repeated", () => {
  const shop = join(folder, "here", "teams", "shop.yaml");
  writeFileSync(shop, "groups: {\n");
  expect(including("teams/shop.yaml")).toEqual(["here/teams/shop.yaml:1:9 must end the { that begins here; add }"]);
  writeFileSync(shop, "password: hunter2\n");
  const told = including("teams/shop.yaml").join();
  expect(told).toMatch(/^here\/teams\/shop\.yaml:1:1 must be an access file/);
  expect(told).not.toContain("hunter2");
  writeFileSync(shop, Buffer.from([0x67, 0x3a, 0xff]));
  expect(including("teams/shop.yaml")).toEqual([expect.stringContaining("must be UTF-8")]);
  writeFileSync(shop, "# nothing yet\n");
  expect(including("teams/shop.yaml")).toEqual([]);
});

test("groups of a file that cannot be read are not said to be missing", () => {
  const file = join(folder, "here", "access.yaml");
  writeFileSync(join(folder, "here", "teams", "shop.yaml"), "groups: {\n");
  writeFileSync(
    file,
    withTenant(`clusters: { prod: { eks: { name: prod, region: eu-central-1 }, grants: [{ group: shop-devs, clusterRole: view }] } }
include: { teams/shop.yaml: ${bounds} }
`),
  );
  expect(mistakesOf(file)).toHaveLength(1);
});

test.each([
  ["groups: [a]", "groups must be a map"],
  ["clusters: [a]", "clusters must be a map"],
  ["clusters: { prod: [a] }", "clusters.prod must be a map"],
  ["clusters: { prod: { grants: { group: shop-devs } } }", "clusters.prod.grants must be a list of grants"],
])("%s is refused, not left out", (text, sentence) => {
  writeFileSync(join(folder, "here", "teams", "shop.yaml"), text);
  expect(including("teams/shop.yaml").join("\n")).toContain(sentence);
});
