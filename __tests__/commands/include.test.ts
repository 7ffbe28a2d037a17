import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { canI } from "../../commands/can-i";
import { check } from "../../commands/check";
import { explain } from "../../commands/explain";
import { report } from "../../commands/report";
import { reportAgainst } from "../../commands/report/against";
import { whoCan } from "../../commands/who-can";
import { filesBeside } from "../../config/include/included-files";
import { printed } from "./printed";

const example = join(__dirname, "..", "..", "docs", "examples", "teams");
const names = ["access.yaml", "teams/payments.yaml", "teams/search.yaml"] as const;
const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(example, name), "utf8")]));

/** The example with other texts in one of its files. */
function withText(name: (typeof names)[number], from: string, to: string): Record<string, string> {
  const text = files[name] ?? "";
  expect(text).toContain(from);
  return { ...files, [name]: text.replace(from, to) };
}

const grantOf = "teams/payments.yaml:14:9 clusters.stage.grants[0]";

test("check tells mistakes and warnings of an included file with that file, and --json carries it", () => {
  const wrong = withText("teams/payments.yaml", "group: payments-on-call", "group: payments-oncall");
  const { code, stdout } = printed(wrong, (file) => check({ file, json: false }));
  expect([code, stdout]).toEqual([
    1,
    [
      'teams/payments.yaml:15:18 clusters.stage.grants[1].group must name a group of this file, or one of the groups of other files that access.yaml:25:5 allows this file: "auditors", got "payments-oncall"',
      'teams/payments.yaml:15:18 clusters.stage.grants[1].group must name a group defined under "groups", got "payments-oncall"; did you mean "payments-on-call"?',
      "",
    ].join("\n"),
  ]);
  const json = JSON.parse(printed(wrong, (file) => check({ file, json: true })).stdout) as { mistakes: object[] };
  expect(json.mistakes[0]).toMatchObject({ file: "teams/payments.yaml", position: { line: 15, column: 18 } });
});

test("a warning in an included file is accepted by an entry that names the file, and by no other", () => {
  const warnings = (all: Record<string, string>) => printed(all, (file) => check({ file, json: false })).stdout;
  expect(warnings(files)).not.toContain("group-without-members");
  const told =
    /warning: group-without-members, .*\n {2}teams\/payments\.yaml:6:21 groups\.payments-on-call has no members/;
  expect(warnings(withText("access.yaml", "    file: teams/payments.yaml\n", ""))).toMatch(told);
  expect(warnings(withText("access.yaml", "    file: teams/payments.yaml\n", "    file: teams/search.yaml\n"))).toMatch(
    told,
  );
  expect(
    warnings(withText("access.yaml", "groups.payments-on-call\n", '"groups.payments-on-call.members[0]"\n')),
  ).toContain("accepted[0].at must not have a position in a list together with file");
});

test("report names the line of an included file that grants, in each format", () => {
  const told = (format: "table" | "json" | "csv" | "markdown" | "html", by: "person" | "cluster" = "person") =>
    printed(files, (file) => report({ file, format, by })).stdout;
  expect(told("table")).toMatch(/^bob@contoso\.com +stage .* teams\/payments\.yaml:14:9$/m);
  for (const format of ["json", "csv", "markdown", "html"] as const)
    expect(told(format).replaceAll("\\", "")).toContain(grantOf);
});

test("the page links a finding in an included file with its own grant, not with the access file's of the same position", () => {
  const { stdout } = printed(files, (file) => report({ file, format: "html", by: "person" }));
  const [, json = ""] = /<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(stdout) ?? [];
  const data = JSON.parse(json) as { grants: unknown[][]; findings: { place: string; grant?: number }[] };
  const found = data.findings.filter(({ place, grant }) => place.includes(".grants[0]") && grant !== undefined);
  const fileOf = (place: unknown) => String(place).split(":")[0];
  expect(new Set(found.map(({ place }) => fileOf(place))).size).toBeGreaterThan(1);
  for (const { place, grant = -1 } of found) expect(data.grants[grant]?.map(fileOf)).toContain(fileOf(place));
});

test("can-i and who-can name the line of an included file", () => {
  const asked = { json: false, cluster: "stage", namespace: "payments" } as const;
  const can = printed(files, (file) => canI(["delete", "pods"], { file, as: "bob@contoso.com", ...asked }));
  expect(can.stdout).toContain(`(${grantOf})`);
  const who = printed(files, (file) => whoCan(["delete", "pods"], { file, ...asked }));
  expect(who.stdout).toContain(`(${grantOf})`);
  expect(who.stdout).toContain("(access.yaml:19:9 clusters.stage.grants[0])");
});

test("explain names the line of an included file that grants", async () => {
  const asked = { json: false, cluster: "stage", person: "bob@contoso.com" } as const;
  const { stdout } = await printed(files, async (file) => explain({ file, ...asked }));
  expect(stdout).toContain(`(${grantOf})`);
});

test("a sentence that names a grant of another file says of which", () => {
  const text = "{ group: auditors, clusterRole: view, namespaces: [payments-test] }";
  const twice = withText("teams/payments.yaml", text, `${text}\n      - ${text}`);
  const wide = {
    ...twice,
    "access.yaml": (files["access.yaml"] ?? "").replace(
      "  stage:\n    eks: { name: stage-eks, region: eu-central-1 }\n    grants:\n",
      `  stage:\n    eks: { name: stage-eks, region: eu-central-1 }\n    grants:\n      - ${text}\n`,
    ),
  };
  const lines = printed(wide, (file) => check({ file, json: false })).stdout.split("\n");
  expect(lines.map((line) => line.replace(/^.*? must/, "must"))).toEqual([
    'must not grant again what clusters.stage.grants[0] of access.yaml grants, got "payments-test"',
    'must not grant again what clusters.stage.grants[0] of access.yaml grants, got "payments-test"',
    "",
  ]);
});

test("a finding that names a grant of its own file names it as that file counts", () => {
  const text = "      - { group: payments-on-call";
  const less = "      - { group: payments-developers, clusterRole: view, namespaces: [payments] }";
  const { stdout } = printed(withText("teams/payments.yaml", text, `${less}\n${text}`), (file) =>
    report({ file, format: "table", by: "person" }),
  );
  expect(stdout).toMatch(
    /teams\/payments\.yaml:15:\d+ clusters\.stage\.grants\[1\]\S* gives "view" to groups\.payments-developers, which has all of it by clusters\.stage\.grants\[0\]$/m,
  );
});

test("a report is not written over an included file", () => {
  const { code, stderr } = printed(files, (file) =>
    report({ file, format: "table", by: "person", output: join(dirname(file), "teams", "search.yaml") }),
  );
  expect([code, stderr]).toEqual([2, expect.stringContaining("--output is a file that the access file includes")]);
});

test("of an access file that is a link, the files beside the real one are named, and not written over", () => {
  const linked = (file: string) => {
    const link = join(dirname(file), "elsewhere", "linked.yaml");
    mkdirSync(dirname(link));
    symlinkSync(join("..", "access.yaml"), link);
    return link;
  };
  const wrong = withText("teams/search.yaml", "namespaces: [search]", "namespaces: [payments]");
  const checked = printed(wrong, (file) => check({ file: linked(file), json: false }));
  expect([checked.code, checked.stdout]).toEqual([1, expect.stringMatching(/^teams\/search\.yaml:8:\d+ /)]);
  const written = printed(files, (file) => {
    const output = join(dirname(file), "teams", "search.yaml");
    const code = report({ file: linked(file), format: "table", by: "person", output });
    expect(readFileSync(output, "utf8")).toBe(files["teams/search.yaml"]);
    return code;
  });
  expect([written.code, written.stderr]).toEqual([
    2,
    expect.stringContaining("--output is a file that the access file includes"),
  ]);
});

test("the place of a link is told from the working directory, if the file was named from there", () => {
  const folder = mkdtempSync(join(tmpdir(), "entra-eks-"));
  const before = process.cwd();
  try {
    mkdirSync(join(folder, "here"));
    writeFileSync(join(folder, "access.yaml"), files["access.yaml"] ?? "");
    symlinkSync(join("..", "access.yaml"), join(folder, "here", "access.yaml"));
    process.chdir(join(folder, "here"));
    expect(filesBeside("access.yaml").nameOf("teams/search.yaml")).toBe(join("..", "teams", "search.yaml"));
    expect(filesBeside("../access.yaml").nameOf("teams/search.yaml")).toBe(join("..", "teams", "search.yaml"));
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  }
});

describe("compared", () => {
  let folder: string;
  let told: (all: Readonly<Record<string, string>>, against: string) => Promise<string>;
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=Ada", "-c", "user.email=ada@contoso.com", ...args], {
      cwd: folder,
      encoding: "utf8",
    });
  const write = (all: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(all)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "entra-eks-"));
    git("init", "-q");
    told = async (all, against) => {
      write(all);
      const { stdout, stderr } = await printed({}, () => reportAgainst({ file: join(folder, "access.yaml"), against }));
      return stdout + stderr;
    };
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const commit = (all: Readonly<Record<string, string>>) => {
    write(all);
    git("add", "-A");
    git("commit", "-qm", "one");
  };
  const edited = withText(
    "teams/payments.yaml",
    "clusterRole: view, namespaces: [payments]",
    "clusterRole: edit, namespaces: [payments]",
  );

  test("with a revision, the files that it includes are those of the revision", async () => {
    commit(files);
    const all = await told(edited, "HEAD");
    expect(all).toContain("Compared with HEAD, 2 people gain access, and nobody loses access.");
    expect(all).toMatch(
      /\+ bob@contoso\.com and carol@contoso\.com may now do more of what ClusterRole edit allows in payments on prod/,
    );
    commit(edited);
    expect(await told(files, "HEAD:access.yaml")).toContain("nobody gains access, and 2 people lose access.");
    expect(await told(files, "HEAD")).toContain("nobody gains access, and 2 people lose access.");
  });

  test("with a file, they are those beside that file", async () => {
    mkdirSync(join(folder, "old", "teams"), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, "old", name), text);
    expect(await told(edited, join(folder, "old", "access.yaml"))).toContain(
      "2 people gain access, and nobody loses access.",
    );
    expect(await told(files, join(folder, "old", "access.yaml"))).toContain("nobody gains or loses access.");
  });

  test("with a stream there is no answer, as what it included then is nowhere, unless it includes nothing", async () => {
    const streamed = async (earlier = "") => {
      write({ "earlier.yaml": earlier });
      const descriptor = openSync(join(folder, "earlier.yaml"), "r");
      try {
        return await told(edited, `/dev/fd/${String(descriptor)}`);
      } finally {
        closeSync(descriptor);
      }
    };
    expect(await streamed(files["access.yaml"])).toMatch(
      /^\/dev\/fd\/\d+ includes files, and a stream does not tell where they are: name the revision, or a file in a folder with them\n$/,
    );
    const alone = files["access.yaml"]?.replace(/\ninclude:\n[^]*/, "");
    expect(await streamed(alone)).toContain("4 people gain access, and nobody loses access.");
  });

  test("an include line that is added alone is told as what it gives", async () => {
    const bounds = /  teams\/search\.yaml:\n(?: {4}.*\n)+/.exec(files["access.yaml"] ?? "")?.[0] ?? "";
    commit(withText("access.yaml", bounds, ""));
    expect(await told(files, "HEAD")).toMatch(
      /^Compared with HEAD, 1 person gains access, and nobody loses access\.\n[^]*\+ dora@contoso\.com may now do what ClusterRole edit allows in search on stage \(through search-developers\)/,
    );
  });

  test("wider bounds give nobody anything yet, and are told", async () => {
    commit(files);
    expect(
      await told(withText("access.yaml", "namespaces: [search]", "namespaces: [search, payments]"), "HEAD"),
    ).toMatch(/nobody gains or loses access\.\n[^]*What `?teams\/search\.yaml`? may do changes/);
  });

  test("a file that was not there at the revision counts as nothing, so that nothing that it gives is hidden", async () => {
    commit(Object.fromEntries(Object.entries(files).filter(([name]) => name !== "teams/search.yaml")));
    const all = await told(files, "HEAD");
    expect(all).toContain("1 person gains access");
    expect(all).toContain('HEAD:access.yaml:29:3 include["teams/search.yaml"] must be a file that is there');
  });
});
