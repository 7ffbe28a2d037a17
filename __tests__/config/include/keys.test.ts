import { reasonOf } from "../../../config/include/permitted";
import { includedSchemas, rootSchemas, type SchemaNode } from "../../../config/json-schema";
import { keyRows } from "../../../config/key-rows";
import { mainOnly } from "../../../config/schema/include/main-only";
import { refusedOf } from "./team";

/**
 * The keys that a team's file may have. Whoever adds one to the access file decides: here and in `config/schema/include/included.ts`,
 * or with the reason against it in `config/schema/include/main-only.ts`.
 */
const teams: readonly string[] = [
  "groups",
  "groups.*.displayName",
  "groups.*.description",
  "groups.*.members",
  "groups.*.groups",
  "clusters",
  "clusters.*.grants",
  "clusters.*.grants.[].group",
  "clusters.*.grants.[].clusterRole",
  "clusters.*.grants.[].role",
  "clusters.*.grants.[].namespaces",
];

const keysOf = (schemas: readonly SchemaNode[]) =>
  schemas.flatMap(({ properties = {} }) =>
    Object.entries(properties).flatMap(([key, node]) =>
      keyRows(key, node as SchemaNode, false).map(({ path }) => path),
    ),
  );
const all = [...new Map(keysOf(rootSchemas()).map((path) => [path.join("."), path])).values()];
const others = all.filter((path) => !teams.includes(path.join(".")));
const around = (path: readonly string[]) => path.map((_, index) => path.slice(0, index + 1).join("."));

test("an included file may have the keys of this table and no others", () => {
  expect(keysOf(includedSchemas()).map((path) => path.join("."))).toEqual(teams);
});

test("somebody has decided about every key of the access file, and each reason is about one", () => {
  const undecided = others.filter((path) => !around(path).some((key) => Object.hasOwn(mainOnly, key)));
  expect(undecided.map((path) => path.join("."))).toEqual([]);
  const known = new Set(all.map((path) => path.join(".")));
  expect(Object.keys(mainOnly).filter((key) => !known.has(key) || teams.includes(key))).toEqual([]);
});

/** A file with nothing but this key. */
const fileWith = (path: readonly string[]): unknown => {
  const [part, ...rest] = path;
  if (part === undefined) return "x";
  if (part === "[]") return [fileWith(rest)];
  return { [part === "*" ? "stage" : part]: fileWith(rest) };
};

test.each(others.map((path) => [path.join("."), path] as const))(
  "%s is refused in an included file, at its place",
  (_name, path) => {
    const refused = refusedOf({ "team.yaml": JSON.stringify(fileWith(path)) });
    const at = path
      .map((part) => (part === "*" ? "stage" : part))
      .join(".")
      .replaceAll(".[]", "[0]");
    const told = refused.filter((line) => line.includes(" must stand in the access file itself: "));
    expect(told).toHaveLength(1);
    const [, place = ""] = /^team\.yaml:1:\d+ (\S+) must stand/.exec(told[0] ?? "") ?? [];
    expect(`${at}.`.startsWith(`${place}.`) || `${at}[`.startsWith(`${place}[`)).toBe(true);
  },
);

test("a key that nobody has decided about is refused all the same", () => {
  expect(reasonOf(["groups", "shop", "tomorrow"])).toBe(
    "an included file may only have what it is known to be safe with",
  );
});
