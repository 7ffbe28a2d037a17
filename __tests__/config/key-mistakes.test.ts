import { mistakesAt } from "../../config/key-mistakes";
import { inside, rootSchemas, type SchemaNode } from "../../config/json-schema";
import { demands, rules } from "../../config/load";

const all = [...rules, ...demands].map(({ name, brings = {} }) => ({ name, keys: Object.keys(brings) }));

test("every rule says which mistakes it brings, and at which keys", () => {
  expect(all.filter(({ keys }) => keys.length === 0)).toEqual([]);
});

const choices = (schemas: readonly SchemaNode[]): SchemaNode[] =>
  schemas.flatMap((one) => [one, ...choices((one.anyOf ?? one.oneOf ?? []) as readonly SchemaNode[])]);

test("these are keys of the access file", () => {
  const isKey = (key: string) =>
    key
      .split(/\.|(?=\[\])/)
      .reduce<readonly SchemaNode[]>((found, part) => inside(choices(found), part === "[]" ? 0 : part), rootSchemas())
      .length > 0;
  expect(all.flatMap(({ keys }) => keys.filter((key) => !isKey(key)))).toEqual([]);
});

test("a key's mistakes are what the schema says of wrong values, then what the rules say", () => {
  expect(mistakesAt("clusters.*.eks.name")).toEqual([
    "must be 1 to 100 letters, digits, - and _, the first a letter or a digit",
    "must be a different cluster than those of the other entries",
  ]);
  expect(mistakesAt("clusters.*.grants[]")).toContain("must name one role: either clusterRole or role");
  expect(mistakesAt("login.protect")).toEqual([]);
});
