import { parseAccess } from "../../config/load";
import { warningsOf } from "../../config/warnings";
import { withGrants } from "../access-text";
import { quietLogin } from "../printed-warnings";
import { findingsIn } from "./findings/found";

const groups =
  "{ ops: { protected: true, members: [ada@contoso.com] }, devs: { members: [bob@contoso.com] }, idle: {} }";
const grants =
  "[{ group: devs, clusterRole: edit, namespaces: [a] }, { group: ops, clusterRole: cluster-admin }, { group: ops, clusterRole: view }]";
const file = (accepted = "") => `${withGrants(grants, groups)}${quietLogin}accepted: [${accepted}]\n`;
const entry = (kind: string, until: string, at = "") =>
  `{ warning: ${kind}, ${at === "" ? "" : `at: "${at}", `}reason: we know it, until: ${until} }`;

const unused = (accepted: string) => {
  const { warnings } = warningsOf(
    { ...parseAccess(file(accepted), "access.yaml"), directory: "/srv/access" },
    Date.parse("2027-01-15T12:00:00Z"),
  );
  return warnings.filter(({ rule }) => rule === "unused-acceptance").map(({ path }) => path);
};

test("the worst comes first, and what is as bad in the order of the file", () => {
  expect(findingsIn(file()).map(({ severity, rule, path }) => [severity, rule, path])).toEqual([
    ["high", "cluster-admin", "clusters.prod.grants[1].clusterRole"],
    ["medium", "edit-in-namespaces", "clusters.prod.grants[0].clusterRole"],
    ["low", "group-without-grants", "groups.idle"],
    ["low", "group-without-members", "groups.idle"],
    ["low", "swallowed-grant", "clusters.prod.grants[2]"],
  ]);
});

test("a finding has its place, its sentence, a remedy, and a page that says more", () => {
  expect(findingsIn(file())[0]).toEqual({
    position: { line: 6, column: 94 },
    path: "clusters.prod.grants[1].clusterRole",
    rule: "cluster-admin",
    severity: "high",
    finding: 'is "cluster-admin", so groups.ops may do everything on the whole cluster',
    sentence: 'is "cluster-admin", so groups.ops may do everything on the whole cluster',
    remedy:
      "Give cluster-admin to a small group that nobody uses every day. For daily work, grant edit in namespaces, or write a role with the rights that are needed.",
    more: "docs/findings.md#cluster-admin",
  });
});

test("an accepted finding is still told, with its reason and last day", () => {
  const told = findingsIn(file(entry("cluster-admin", "2027-01-15", "clusters.prod")));
  expect(told.filter(({ accepted }) => accepted !== undefined).map(({ rule, accepted }) => [rule, accepted])).toEqual([
    ["cluster-admin", { reason: "we know it", until: "2027-01-15" }],
  ]);
});

test("after its last day a finding counts again, and says so", () => {
  const told = findingsIn(file(entry("cluster-admin", "2027-01-14")));
  expect(told.filter(({ accepted }) => accepted !== undefined)).toEqual([]);
  expect(told.filter(({ ended }) => ended !== undefined).map(({ rule, ended }) => [rule, ended])).toEqual([
    ["cluster-admin", "2027-01-14"],
  ]);
});

test("a warning of check that the report tells too is accepted by the same entry", () => {
  const told = findingsIn(file(entry("group-without-members", "2027-06-30", "groups.idle")));
  expect(told.filter(({ accepted }) => accepted !== undefined).map(({ rule }) => rule)).toEqual([
    "group-without-members",
  ]);
});

test("check does not call an acceptance unused that the report needs", () => {
  expect(unused(entry("cluster-admin", "2027-06-30"))).toEqual([]);
  expect(unused(entry("swallowed-grant", "2027-06-30", "clusters.prod.grants[2]"))).toEqual([]);
});

test("check calls an acceptance unused that neither needs", () => {
  expect(unused(entry("cluster-admin", "2027-06-30", "clusters.stage"))).toEqual(["accepted[0]"]);
  expect(unused(entry("guest-admin", "2027-06-30"))).toEqual(["accepted[0]"]);
});

test("check prints none of the report's own kinds", () => {
  const { warnings, accepted, advice } = warningsOf(
    { ...parseAccess(file(entry("cluster-admin", "2020-01-01")), "access.yaml"), directory: "/srv/access" },
    Date.parse("2027-01-15T12:00:00Z"),
  );
  const kinds = [...warnings, ...accepted, ...advice].map(({ rule }) => rule);
  expect(kinds.sort()).toEqual(["edit-in-namespaces", "group-without-grants", "group-without-members"]);
});

test("check loads nothing of the report for a file that accepts nothing", () => {
  jest.isolateModules(() => {
    jest.doMock("../../config/findings/reported", () => {
      throw new Error("it is loaded");
    });
    const fresh = {
      ...jest.requireActual<typeof import("../../config/load")>("../../config/load"),
      ...jest.requireActual<typeof import("../../config/warnings")>("../../config/warnings"),
    };
    const read = (accepted: string) => ({ ...fresh.parseAccess(file(accepted), "access.yaml"), directory: "/" });
    expect(() => fresh.warningsOf(read(""))).not.toThrow();
    expect(() => fresh.warningsOf(read(entry("cluster-admin", "2027-06-30")))).toThrow("it is loaded");
  });
});
