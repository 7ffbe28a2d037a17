import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { readDraft } from "../../config/draft";
import { lenient } from "../../config/lenient";

test.each(["access.yaml", "docs/examples/everything.yaml"])("of %s nothing is lost", (file) => {
  const value: unknown = parse(readFileSync(join(__dirname, "..", "..", file), "utf8"));
  expect(readDraft(value)).toMatchObject(value as object);
});

const read = lenient(
  z.strictObject({
    name: z.string().min(3).default("abc"),
    size: z.int().optional(),
    wanted: z.literal(true),
    word: z.enum(["a", "b"]).optional(),
    mail: z.string().transform((mail) => ({ mail })),
    several: z.union([z.boolean(), z.string()]).optional(),
    list: z.array(z.strictObject({ key: z.string() })).min(1),
    texts: z.array(z.string()).optional(),
    map: z.record(z.string(), z.boolean()).prefault({}),
    place: z.discriminatedUnion("type", [
      z.strictObject({ type: z.literal("here"), folder: z.string() }),
      z.strictObject({ type: z.literal("there"), hosts: z.array(z.string()) }),
    ]),
    inside: z.strictObject({ key: z.string().optional() }).optional(),
  }),
);
const empty = { list: [], map: {}, place: { hosts: [] } };

test.each([[undefined], [null], [5], ["text"], [[]], [{}]])("of %j maps and lists are read, empty", (value) => {
  expect(read(value)).toStrictEqual(empty);
});

test("what the schema refuses is read all the same, if it is of its kind", () => {
  const value = { name: "", size: 1.5, wanted: false, word: "c", mail: "m", several: 5, texts: ["a", "b"] };
  expect(read({ ...value, unknown: 1 })).toStrictEqual({ ...empty, ...value });
});

test("what is of another kind is there and undefined, or empty", () => {
  const wrong = {
    name: 5,
    size: "5",
    list: [1, { key: 2 }],
    texts: "a",
    map: { a: 1 },
    place: { type: 1 },
    inside: "a",
  };
  expect(read(wrong)).toStrictEqual({
    name: undefined,
    size: undefined,
    list: [{}, { key: undefined }],
    texts: [],
    map: { a: undefined },
    place: { type: undefined, hosts: [] },
    inside: {},
  });
});

test("a map keeps what every object answers to apart from what is written", () => {
  const map: unknown = JSON.parse('{ "constructor": true, "__proto__": false }');
  expect(Object.entries(read({ map }).map)).toEqual([
    ["constructor", true],
    ["__proto__", false],
  ]);
});

test("a kind that nobody has told it is a fault of this program, not an empty value", () => {
  expect(() => lenient(z.object({ when: z.date() }))).toThrow("config/lenient.ts has to be told how date is read");
});
