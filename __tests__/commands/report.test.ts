import { existsSync, readFileSync } from "node:fs";
import { isAbsolute } from "node:path";
import { report, type ReportOptions } from "../../commands/report";
import { withTenant } from "../access-text";
import { printed } from "./printed";

const access = withTenant(`
login: { assignment: required, guests: true }
groups:
  devs: { members: [bob@contoso.com, gus@fabrikam.com], groups: [leads, theirs] }
  leads: { members: [ada@contoso.com] }
  theirs: { existing: true }
  idle: { members: [carol@contoso.com] }
guests: [gus@fabrikam.com]
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants:
      - { group: devs, clusterRole: edit, namespaces: [team-b, team-a] }
  stage:
    eks: { name: stage-eks, region: eu-central-1 }
    grants:
      - { group: devs, clusterRole: view }
`);

const ask = (options: Partial<ReportOptions> = {}, text = access) =>
  printed({ "access.yaml": text }, (file) => report({ file, format: "table", by: "person", ...options }));
const columns = (stdout: string) =>
  (stdout.split("\n\n")[0] ?? "")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(/ {3,}/).join(" | "));

test("the table has a line for each grant that somebody has, with the way to it and its place in the file", () => {
  const { code, stdout } = ask({ cluster: ["prod"] });
  expect(code).toBe(0);
  const rest = "prod | write | ClusterRole edit | in team-b, team-a";
  expect(columns(stdout)).toEqual([
    "PERSON | CLUSTER | LEVEL | ROLE | WHERE | THROUGH | GRANT",
    "ada@contoso.com | prod | cannot sign in | ClusterRole edit | in team-b, team-a | devs, by leads | access.yaml:13:9",
    `bob@contoso.com | ${rest} | devs | access.yaml:13:9`,
    `gus@fabrikam.com (guest) | ${rest} | devs | access.yaml:13:9`,
    `whoever else is in theirs | ${rest} | devs, by theirs | access.yaml:13:9`,
  ]);
});

test("below the table stands who holds nothing, and whom a cluster does not let in", () => {
  const { stdout } = ask();
  expect(stdout).toContain("\nNo group with a grant: carol@contoso.com\n");
  expect(stdout).toMatch(/\nada@contoso\.com cannot sign in to prod, stage: AADSTS50105: .*\n/);
});

test("it is sorted by what is asked for, which comes first; by namespace each one has lines of its own", () => {
  const places = columns(ask({ by: "namespace", person: ["bob@contoso.com"] }).stdout).map((line) =>
    line.split(" | ").slice(0, 3).join(" "),
  );
  expect(places).toEqual([
    "WHERE PERSON CLUSTER",
    "on the whole cluster bob@contoso.com stage",
    "in team-a bob@contoso.com prod",
    "in team-b bob@contoso.com prod",
  ]);
  expect(columns(ask({ by: "cluster" }).stdout)[0]).toMatch(/^CLUSTER/);
  const roles = columns(ask({ by: "role", person: ["bob@contoso.com"] }).stdout).map((line) => line.split(" | ")[0]);
  expect(roles).toEqual(["ROLE", "ClusterRole edit", "ClusterRole view"]);
});

test("CSV has a line for whoever holds nothing too, and no cell that a spreadsheet would run", () => {
  const { stdout } = ask(
    { format: "csv" },
    access.replaceAll("carol@", "'-carol'@").replaceAll("'-carol'@", "-carol@"),
  );
  const lines = stdout.trimEnd().split("\n");
  expect(lines[0]).toBe(
    "person,kind,cluster,level,roleKind,role,namespaces,group,listedIn,grant,refused,withoutGroups",
  );
  expect(lines).toContain(
    "bob@contoso.com,person,prod,write,ClusterRole,edit,team-b team-a,devs,devs,access.yaml:13:9 clusters.prod.grants[0],,",
  );
  expect(lines).toContain("'-carol@contoso.com,person,,,,,,,,,,");
});

test("--json has each grant once, and people name it by its position", () => {
  const { holders, grants } = JSON.parse(ask({ format: "json" }).stdout) as {
    holders: { name: string; held: { grant: number; listedIn: string }[]; refused: object }[];
    grants: object[];
  };
  expect(grants).toMatchObject([
    { cluster: "prod", group: "devs", level: "write", namespaces: ["team-b", "team-a"] },
    { cluster: "stage", level: "read", namespaces: null, place: "access.yaml:17:9 clusters.stage.grants[0]" },
  ]);
  expect(holders[0]).toMatchObject({
    name: "ada@contoso.com",
    held: [
      { grant: 0, listedIn: "leads" },
      { grant: 1, listedIn: "leads" },
    ],
    refused: { prod: expect.stringContaining("AADSTS50105") as string },
  });
});

test("Markdown shows words of the file as they are", () => {
  const { stdout } = ask(
    { format: "markdown" },
    access
      .replace("clusterRole: view", 'clusterRole: "a|b*c"')
      .concat('roles: { "a|b*c": { existing: true } }\nallow: [existing-cluster-admin]\n'),
  );
  expect(stdout).toContain(
    "| bob@contoso.com | stage | unknown | ClusterRole a\\|b\\*c | on the whole cluster | devs |",
  );
});

test.each([
  [
    "person",
    "bo@contoso.com",
    '--person must be a person of access.yaml, got "bo@contoso.com"; did you mean "bob@contoso.com"?',
  ],
  ["person", "bob", '--person must be a person of access.yaml, got "bob"; did you mean "bob@contoso.com"?'],
  ["group", "dev", '--group must be a group of access.yaml, got "dev"; did you mean "devs"?'],
  ["cluster", "prods", '--cluster must be a cluster of access.yaml, got "prods"; did you mean "prod"?'],
  ["role", "edti", '--role must be a role of access.yaml, got "edti"; did you mean "edit"?'],
  ["namespace", "team-c", '--namespace must be a namespace of access.yaml, got "team-c"; did you mean "team-b"?'],
])("what is not there is told in one sentence: %s", (option, value, sentence) => {
  const { code, stdout, stderr } = ask({ [option]: [value] });
  expect({ code, stdout, stderr: stderr.trimEnd() }).toEqual({ code: 2, stdout: "", stderr: sentence });
});

test("a report into a folder that is not there is one sentence, and nothing is printed", () => {
  const { code, stdout, stderr } = ask({ output: "/no-such-folder/report.txt" });
  expect({ code, stdout, stderr: stderr.trimEnd() }).toEqual({
    code: 2,
    stdout: "",
    stderr: '--output must be a file that can be written, got "/no-such-folder/report.txt": its folder is not there',
  });
});

test("findings are of the whole file, so --fail-on goes with no filter", () => {
  expect(ask({ failOn: ["high"], cluster: ["prod"] })).toMatchObject({
    code: 2,
    stderr: "--fail-on looks at the whole file: leave --person, --group, --cluster, --role and --namespace out\n",
  });
});

const strong = access.replace("clusterRole: view", "clusterRole: cluster-admin");
const accepting = (until: string) =>
  `${strong}accepted: [{ warning: cluster-admin, reason: until the new role is there, until: "${until}" }]\nallow: [existing-cluster-admin]\n`;

test("each kind of finding is told once, with its places and what to do, the worst first", () => {
  const { stdout } = ask({}, `${strong}allow: [existing-cluster-admin]\n`);
  const told = stdout.slice(stdout.indexOf("Findings: "));
  expect(told).toMatch(/^Findings: \d+ high, \d+ medium, \d+ low\n/);
  expect(told).toContain(
    [
      "high: cluster-admin, see docs/findings.md#cluster-admin",
      '  access.yaml:17:37 clusters.stage.grants[0].clusterRole is "cluster-admin", so groups.devs may do everything on the whole cluster',
      "  Give cluster-admin to a small group that nobody uses every day.",
    ].join("\n"),
  );
  const severities = [...told.matchAll(/^(high|medium|low): /gm)].map(([, word]) => word);
  expect(severities).toEqual([...severities].sort((one, other) => order.indexOf(one) - order.indexOf(other)));
});
const order: readonly (string | undefined)[] = ["high", "medium", "low"];

test("the page of a finding is named as it can be opened from where the program runs", () => {
  const cwd = jest.spyOn(process, "cwd").mockReturnValue(__dirname);
  const { stdout } = ask({}, `${strong}allow: [existing-cluster-admin]\n`);
  cwd.mockRestore();
  const [, page = ""] = /^high: cluster-admin, see (.*)#cluster-admin$/m.exec(stdout) ?? [];
  expect([isAbsolute(page), existsSync(page)]).toEqual([true, true]);
});

test("what the file accepts is told as such and does not count; after its last day it does", () => {
  const accepted = ask({}, accepting("9999-12-31")).stdout;
  expect(accepted).toMatch(
    /^accepted: cluster-admin, see .*\n {2}access\.yaml.*Accepted until 9999-12-31: until the new role is there$/m,
  );
  expect(ask({}, accepting("2020-01-01")).stdout).toMatch(
    /^high: cluster-admin, .*\n.* \(accepted until 2020-01-01, which is past\)$/m,
  );
});

test("--fail-on is a no if there is such a finding or a worse one that the file does not accept", () => {
  expect(ask({ failOn: ["low"] }, withTenant("")).code).toBe(0);
  const idle = access.replace("edit", "view");
  expect(["high", "medium", "low"].map((failOn) => ask({ failOn: [failOn as "low"] }, idle).code)).toEqual([0, 0, 1]);
  expect(ask({ failOn: ["high"] }, `${strong}allow: [existing-cluster-admin]\n`).code).toBe(1);
});

test("sorted by namespace, a grant has the level that it has in each", () => {
  const lines = columns(
    ask({ by: "namespace", person: ["bob@contoso.com"] }, access.replace("[team-b, team-a]", "[kube-system, team-a]"))
      .stdout,
  );
  expect(
    lines.map((line) =>
      line
        .split(" | ")
        .filter((_, column) => column === 0 || column === 3)
        .join(": "),
    ),
  ).toEqual(["WHERE: LEVEL", "on the whole cluster: read", "in kube-system: admin", "in team-a: write"]);
});

test("a cluster that is to be absent is told as such", () => {
  const absent = access.replace(
    "    grants:\n      - { group: devs, clusterRole: view",
    "    state: absent\n    grants:\n      - { group: devs, clusterRole: view",
  );
  expect(ask({ cluster: ["stage"] }, absent)).toMatchObject({
    code: 2,
    stderr: "clusters.stage has state: absent in the access file, so nobody may do anything there\n",
  });
});

test("the access file is never written over", () => {
  const answer = printed({ "access.yaml": access }, (file) => {
    const code = report({ file, format: "table", by: "person", output: file });
    expect(readFileSync(file, "utf8")).toBe(access);
    return code;
  });
  expect(answer).toMatchObject({ code: 2, stdout: "" });
  expect(answer.stderr).toMatch(/^--output is the access file, .*: name another one\n$/);
});

test("no sentence ends in two full stops", () => {
  expect(ask({}, accepting("9999-12-31")).stdout).not.toContain("..");
});

test("what only a change can do needs --against", () => {
  expect(ask({ failOn: ["widening"] })).toMatchObject({
    code: 2,
    stderr: "--fail-on widening needs --against, which says what has changed\n",
  });
});

test("the page has filters of its own", () => {
  expect(ask({ format: "html" }).stdout).toContain("<!doctype html>");
  expect(ask({ format: "html", cluster: ["prod"] }).stderr).toMatch(/^--format html has filters of its own: /);
});
