import { parseAccess } from "../../../config/load";
import { warningsOf } from "../../../config/warnings";
import { withGrants } from "../../access-text";
import { quietLogin } from "../../printed-warnings";

/** Two groups with cluster-admin, each of which others can add people to. */
const strong = `${withGrants(
  "[{ group: ops, clusterRole: cluster-admin }, { group: devs, clusterRole: cluster-admin }]",
  "{ ops: { members: [ada@contoso.com] }, devs: { members: [bob@contoso.com] } }",
)}${quietLogin}`;
const entry = (until: string, at = "") =>
  `{ warning: open-to-others, ${at === "" ? "" : `at: "${at}", `}reason: few people, until: ${until} }`;

function judged(accepted: string, day = "2027-01-15T23:59:59Z", text = strong) {
  const file = { ...parseAccess(`${text}accepted: [${accepted}]\n`, "access.yaml"), directory: "/srv/access" };
  const { warnings, accepted: told, advice } = warningsOf(file, Date.parse(day));
  return {
    warnings: warnings.map(({ rule, path, ended }) => [rule, path, ...(ended === undefined ? [] : [ended])]),
    accepted: told.map(({ path, reason, until }) => [path, reason, until]),
    advice: advice.map(({ rule }) => rule),
  };
}

const first = "groups.ops";
const second = "groups.devs";

test("a kind that is accepted is no warning anywhere, and keeps its reason and last day", () => {
  expect(judged(entry("2027-06-30"))).toEqual({
    warnings: [],
    accepted: [
      [first, "few people", "2027-06-30"],
      [second, "few people", "2027-06-30"],
    ],
    advice: [],
  });
});

test("at a path, it is accepted there and below, and nowhere else", () => {
  const { warnings, accepted } = judged(entry("2027-06-30", "groups.devs"));
  expect(warnings).toEqual([["open-to-others", first]]);
  expect(accepted).toEqual([[second, "few people", "2027-06-30"]]);
  expect(judged(entry("2027-06-30", "groups")).warnings).toEqual([]);
});

test("a path that only begins with the same letters is another place", () => {
  const { warnings } = judged(entry("2027-06-30", "groups.dev"));
  expect(warnings).toEqual([
    ["open-to-others", first],
    ["open-to-others", second],
    ["unused-acceptance", "accepted[0]"],
  ]);
});

test("it holds on its last day, and is a warning again on the next, which says so", () => {
  expect(judged(entry("2027-01-15")).warnings).toEqual([]);
  expect(judged(entry("2027-01-15"), "2027-01-16T00:00:00Z")).toEqual({
    warnings: [
      ["open-to-others", first, "2027-01-15"],
      ["open-to-others", second, "2027-01-15"],
    ],
    accepted: [],
    advice: [],
  });
});

test("of two entries for one place the later day counts", () => {
  const { warnings, accepted } = judged(`${entry("2027-06-30")}, ${entry("2020-01-01", first)}`);
  expect(warnings).toEqual([]);
  expect(accepted).toHaveLength(2);
});

test("an entry that nothing needs is a warning, which no entry accepts", () => {
  expect(judged("{ warning: every-secret, at: groups, reason: x, until: 2027-06-30 }").warnings).toContainEqual([
    "unused-acceptance",
    "accepted[0]",
  ]);
});

test("advice is accepted too", () => {
  const text = withGrants("[{ group: devs, clusterRole: view }]");
  expect(judged("", undefined, text).advice).toEqual(["username", "many-groups"]);
  const { accepted, advice } = judged("{ warning: username, reason: x, until: 2027-06-30 }", undefined, text);
  expect(advice).toEqual(["many-groups"]);
  expect(accepted).toEqual([["login.username.claim", "x", "2027-06-30"]]);
});
