import { createHash } from "node:crypto";
import { accessFile } from "../../../bench/access-file";
import { samplePage, subjectOf } from "../../../bench/sample-page";
import { reportPage } from "../../../commands/report/page";
import type { PageSubject } from "../../../commands/report/page/data-of";
import type { PageData } from "../../../commands/report/page/page-data";
import type { ReportFinding } from "../../../config/finding";
import { shown } from "../../../config/text/shown";
import { reportOf } from "../../../model/rbac/report";
import { withTenant } from "../../access-text";

function dataIn(page: string): PageData {
  const [, json = ""] = /<script type="application\/json" id="data">(.*)<\/script>/.exec(page) ?? [];
  return JSON.parse(json) as PageData;
}

/** What somebody holds, as the script of the page works it out. */
function heldIn(data: PageData, memberships: number) {
  return data.grants.flatMap(([cluster, group, role, level, place, namespaces]) =>
    data.memberships[memberships]!.map((way) => data.ways[way]!)
      .filter((way) => way.at(-1) === group)
      .map((way) => ({
        cluster: data.clusters[cluster],
        group: data.groups[group]!.key,
        listedIn: data.groups[way[0]!]!.key,
        role: `${data.roles[role]!.kind} ${data.roles[role]!.name}`,
        level: data.levels[level],
        place,
        namespaces: namespaces === 0 ? undefined : namespaces.map((one) => data.namespaces[one]),
      })),
  );
}

function heldBy({ report, place }: PageSubject, index: number) {
  return report.holders[index]!.held.map(({ grant, listedIn }) => ({
    cluster: grant.cluster,
    group: grant.group,
    listedIn,
    role: `${grant.role.kind} ${grant.role.name}`,
    level: grant.level,
    place: place(grant.at),
    namespaces: grant.namespaces,
  }));
}

const nested = withTenant(`
groups:
  devs: { displayName: All developers, members: [ada@contoso.com], groups: [leads] }
  leads: { groups: [founders] }
  founders: { members: [grace@contoso.com, ada@contoso.com] }
  others: { existing: true }
  idle: { members: [nora@contoso.com] }
users:
  ines@contoso.com: { attributes: { level: low } }
attributes: { level: {} }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants:
      - { group: devs, clusterRole: edit, namespaces: [team-a, team-b] }
      - { group: founders, clusterRole: view }
      - { group: others, clusterRole: view }
  strict:
    eks: { name: strict-eks, region: eu-central-1 }
    requiredClaims: { level: high }
    grants: [{ group: lows, clusterRole: view }]
`).replace("  idle:", "  lows: { members: [ines@contoso.com] }\n  idle:");

test("a page holds what the report says of everybody, and nothing else", () => {
  for (const text of [nested, accessFile({ groups: 13, members: 4, clusters: 3, grants: 45 })]) {
    const subject = subjectOf(text);
    const data = dataIn(reportPage(subject));
    expect(data.holders.map(([name, kind]) => ({ name, kind }))).toEqual(
      subject.report.holders.map(({ name, kind }) => ({ name, kind })),
    );
    for (const [index, [, , memberships, refused = []]] of data.holders.entries()) {
      expect(heldIn(data, memberships)).toEqual(heldBy(subject, index));
      expect(refused.map(([cluster, reason]) => [data.clusters[cluster], data.reasons[reason]])).toEqual([
        ...subject.report.holders[index]!.refused,
      ]);
    }
    expect(data.holders.some(([, , , refused]) => refused !== undefined)).toBe(text === nested);
  }
});

test("a way into a group names each group between", () => {
  const data = dataIn(reportPage(subjectOf(nested)));
  const [, , memberships] = data.holders.find(([name]) => name === "grace@contoso.com")!;
  const ways = data.memberships[memberships]!.map((way) => data.ways[way]!.map((group) => data.groups[group]!.key));
  expect(ways).toContainEqual(["founders", "leads", "devs"]);
});

const hostile = `</script><script>alert(1)</script><!-- <script> ]]> \u2028 \u202e ##[error]x ' " & $& \${x}`;
const found: ReportFinding = {
  severity: "high",
  rule: "cluster-admin",
  position: { line: 1, column: 1 },
  path: hostile,
  sentence: hostile,
  finding: hostile,
  why: hostile,
  remedy: hostile,
  more: hostile,
  accepted: { reason: hostile, until: "2026-12-31" },
};

function hostilePage(): string {
  const subject = subjectOf(nested);
  const groups = { ...subject.access.groups };
  groups["devs"] = { ...groups["devs"]!, displayName: hostile, description: hostile };
  const access = { ...subject.access, groups };
  const report = reportOf(access);
  const holders = report.holders.map((one) => ({ ...one, refused: new Map([["prod", hostile]]) }));
  return reportPage({ ...subject, file: hostile, access, report: { ...report, holders }, findings: [found] });
}

test("no text begins or ends a tag, a script or a comment, whoever worded it", () => {
  const page = hostilePage();
  expect(page.match(/<script\b/g)).toHaveLength(2);
  expect(page.match(/<\/script/g)).toHaveLength(2);
  expect(page).not.toContain("<!--");
  expect(page).not.toMatch(/[\u2028\u202e]/);
  expect(page.replace(/<script[\s\S]*?<\/script>/g, "")).not.toMatch(/<[^>]*\son\w+=/i);
});

test("a text comes through as it is, but for what nobody sees", () => {
  const data = dataIn(hostilePage());
  expect(data.groups.find(({ key }) => key === "devs")).toEqual({
    key: "devs",
    name: shown(hostile),
    description: shown(hostile),
  });
  expect(data.reasons).toEqual([shown(hostile)]);
  expect(data.findings[0]).toMatchObject({ finding: shown(hostile), remedy: shown(hostile), why: shown(hostile) });
});

test("printing changes nothing of a page, so its script stays the one that the policy allows", () => {
  const page = hostilePage();
  expect(page.split("\n").map(shown).join("\n")).toBe(page);
});

test("the policy allows this style and this script alone, and no text that becomes HTML", () => {
  const page = samplePage();
  const [, policy = ""] = /Content-Security-Policy"\s+content="([^"]*)"/.exec(page) ?? [];
  const hashOf = (tag: string) => {
    const [, text = ""] = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page) ?? [];
    return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  };
  expect(policy.split("; ").sort()).toEqual(
    [
      "default-src 'none'",
      `style-src ${hashOf("style")}`,
      `script-src ${hashOf("script")}`,
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].sort(),
  );
});

test("a page names no address and loads nothing", () => {
  expect(samplePage()).not.toMatch(/https?:|\ssrc=|url\(|@import|<link|\shref=/i);
});

test("without a script there is a table of everybody, of what they hold and of what is found", () => {
  const [, plain = ""] = /<noscript>([\s\S]*)<\/noscript>/.exec(samplePage()) ?? [];
  expect(plain).toContain("<td>omar@contoso.com</td><td>prod</td><td>write</td><td>in payments</td>");
  expect(plain).toContain("<td>payments-on-call, in payments</td>");
  expect(plain).toContain("<td>nora@contoso.com</td><td></td><td>nothing</td>");
  expect(plain).toContain("<td>gus@fabrikam.com (guest)</td>");
  expect(plain).toContain("<td>whoever else is in auditors</td>");
  expect(plain).toContain("<td>refused (read)</td>");
  expect(plain).toContain("<td>groups.newcomers</td>");
});

test("without a script a page of thousands of rows says what to ask for instead", () => {
  const [, plain = ""] =
    /<noscript>([\s\S]*)<\/noscript>/.exec(
      reportPage(subjectOf(accessFile({ groups: 40, members: 13, clusters: 20, grants: 60 }))),
    ) ?? [];
  expect(plain).toContain("--format csv");
  expect(plain).not.toContain("<table");
});

test("what recurs is written once: a person more is one short line", () => {
  const sizeOf = (members: number) =>
    reportPage(subjectOf(accessFile({ groups: 40, members, clusters: 20, grants: 60 }))).length;
  expect((sizeOf(30) - sizeOf(20)) / 400).toBeLessThan(60);
});
