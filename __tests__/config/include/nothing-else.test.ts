import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parse, stringify } from "yaml";
import { parseAccess } from "../../../config/load";
import { InvalidAccessFile } from "../../../config/mistake";
import type { Access } from "../../../config/schema/access";
import { seeded, type Random } from "../../tokens/seeded";
import { main, team } from "./team";

const examples = join(__dirname, "..", "..", "..", "docs", "examples");
type Entries = Record<string, unknown>;
const isEntries = (value: unknown): value is Entries => typeof value === "object" && value !== null;

/** A value and everything in it, with the key of each. */
const inside = (value: unknown, key = "x"): [key: string, value: unknown][] => [
  [key, value],
  ...(isEntries(value) ? Object.entries(value).flatMap(([inner, one]) => inside(one, inner)) : []),
];

const names = ["displayName", "description", "members", "groups", "existing", "namespaces", "role", "shop-ops"];
const named = (value: unknown, index: number): [string, unknown] => [names[index % names.length] ?? "", value];

/** Of the kind that may stand in a team's file. */
const likely: [key: string, value: unknown][] = [
  ...inside(parse(team)),
  ...["shop-devs", "shop-ops", "shop", "shop-1", "SHOP", "*", "view", "edit", "admin", "platform"].map(named),
  ...["bob@contoso.com", "ada@contoso.com", "eve@fabrikam.com", "partner#EXT#@contoso.com"].map(named),
  ...[
    ["existing", true],
    ["owners", ["ada@contoso.com"]],
    ["rule", "true"],
    ["protected", true],
  ].map(([key, value]): [string, unknown] => [String(key), value]),
  ...[{}, [], null, true, ["bob@contoso.com"], ["shop-devs"], ["shop", "shop-1"], ["*"]].map(named),
];

/** Every key and value that an access file has somewhere: more than a team may write. */
const anything = [
  ...readdirSync(examples)
    .filter((name) => name.endsWith(".yaml"))
    .flatMap((name) => inside(parse(readFileSync(join(examples, name), "utf8")))),
  ...inside(parse(main)),
];

/** The team's file with something else in one or two places. */
function changed(random: Random): string {
  const file: unknown = parse(team);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  for (let times = 1 + random(2); times > 0; times--) {
    const around = pick(inside(file).flatMap(([, value]) => (isEntries(value) ? [value] : [])));
    const keys = Object.keys(around);
    const pool = random(4) === 0 ? anything : likely;
    const [beside, meant] = pick(pool);
    const key = random(2) > 0 && keys.length > 0 ? pick(keys) : beside;
    const value = structuredClone(random(2) === 0 ? meant : pick(pool)[1]);
    if (random(6) === 0) Reflect.deleteProperty(around, key);
    else if (Array.isArray(around)) around.push(value);
    else around[key] = value;
  }
  return random(2) === 0 ? stringify(file) : JSON.stringify(file);
}

const accessWith = (text: string) =>
  parseAccess(main, "access.yaml", {
    files: { nameOf: (path) => path, read: (path) => (path === "team.yaml" ? text : "") },
  }).access;
const alone = accessWith("");

/** What of an access file is neither a group nor a grant of the team. */
function withoutTeams({ groups, clusters, ...rest }: Access): unknown {
  const own = Object.entries(groups).filter(([key]) => Object.hasOwn(alone.groups, key));
  const others = Object.entries(clusters).map(([key, { grants, ...cluster }]) => {
    const first = grants.slice(0, alone.clusters[key]?.grants.length ?? 0);
    return [key, { ...cluster, grants: first }] as const;
  });
  return { ...rest, groups: Object.fromEntries(own), clusters: Object.fromEntries(others) };
}

test("whatever a team's file says, if it passes it makes groups and grants within its bounds and nothing else", () => {
  const random = seeded(18);
  let passed = 0;
  for (let round = 0; round < 2000; round++) {
    const text = changed(random);
    let access: Access;
    try {
      access = accessWith(text);
    } catch (error) {
      if (!(error instanceof InvalidAccessFile)) throw error;
      continue;
    }
    passed++;
    expect([text, isDeepStrictEqual(withoutTeams(access), withoutTeams(alone))]).toEqual([text, true]);
    const made = Object.keys(access.groups).filter((key) => !Object.hasOwn(alone.groups, key));
    for (const key of made) {
      const { displayName = key, members = [], groups = [], description, ...more } = access.groups[key] ?? {};
      expect([key, displayName].filter((name) => !/^shop-/.test(name))).toEqual([]);
      expect(members.filter((name) => !/^[^#]+@contoso\.com$/.test(name))).toEqual([]);
      expect(groups.filter((name) => !made.includes(name))).toEqual([]);
      expect([typeof description, more]).toEqual([expect.stringMatching(/^(string|undefined)$/), { protected: false }]);
    }
    for (const [key, { grants }] of Object.entries(access.clusters)) {
      const added = grants.slice(alone.clusters[key]?.grants.length ?? 0);
      for (const grant of added) {
        const { group, clusterRole = "", namespaces = [""], ...more } = grant;
        expect([key, made.includes(group), more]).toEqual(["stage", true, {}]);
        expect([clusterRole, ...namespaces].join()).toMatch(/^(view|edit)(,shop(-[a-z0-9-]+)?)+$/);
      }
    }
  }
  expect(passed).toBeGreaterThan(50);
});
