import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { hostileInput, including } from "./hostile-input";
import { tenant, withTenant } from "./access-text";
import { judge, mistakesOf } from "./judge";

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "entra-eks-"))));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function faultOf(content: string | Uint8Array, name = "access.yaml"): string | undefined {
  writeFileSync(join(folder, name), content);
  if (name !== "access.yaml") writeFileSync(join(folder, "access.yaml"), including);
  return judge(join(folder, "access.yaml"));
}

/** What gets out of the program in the place of a file. */
function faultsOf(name: string): string[] {
  const inputs = fc.sample(hostileInput(2000), { seed: 20261126, numRuns: 60 });
  expect(new Set(inputs.map(({ kind }) => kind)).size).toBe(5);
  return inputs.flatMap(({ kind, bytes }) => {
    const fault = faultOf(bytes, name);
    return fault === undefined ? [] : [`${kind}: ${fault}\n${bytes.toString("utf8", 0, 200)}`];
  });
}

test("of 60 hostile access files none gets more than sentences out of the program", () => {
  expect(faultsOf("access.yaml")).toEqual([]);
});

test("nor does one in the place of an included file", () => {
  expect(faultsOf("team.yaml")).toEqual([]);
});

const megabyte = 1024 * 1024;
const many = (count: number, entry: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => entry(index)).join("\n");
const constraint = (text: string) => withTenant(`terraform: { providers: { aws: "${text}" } }`);

/** What took seconds to minutes, some of it exponentially: with other than linear work none of these ends in a test's time. */
test.each([
  ["a version constraint that nearly matches", constraint(`${"1, ".repeat(40)}1x`)],
  ["a version constraint of spaces", constraint(" ".repeat(megabyte))],
  ["20,000 aliases", withTenant(`x-a: &a b\nallow: [${"*a, ".repeat(20_000)}]`)],
  ["invalid UTF-8", Buffer.concat([Buffer.from("\ufffd".repeat(megabyte / 3)), Buffer.from([0xff])])],
  ["two names of 500 KB", withTenant(`${"a".repeat(megabyte / 2)}: 1\n${"b".repeat(megabyte / 2)}: 1`)],
  [
    "a group of 500 KB that there is not",
    withTenant(`groups: { a${"b".repeat(megabyte / 2)}: { groups: [a${"c".repeat(megabyte / 2)}] } }`),
  ],
  [
    "a chain of 5,000 groups",
    withTenant(`groups:\n${many(5000, (index) => `  g${String(index)}: { groups: [g${String(index + 1)}] }`)}`),
  ],
  [
    "200 groups nested densely",
    withTenant(
      `groups:\n${many(200, (one) => `  g${String(one)}: { groups: [${Array.from({ length: 199 - one }, (_, other) => `g${String(one + other + 1)}`).join(", ")}] }`)}`,
    ),
  ],
  ["30,000 keys that nobody knows", withTenant(many(30_000, (index) => `k${String(index)}: 1`))],
  ["a key given 12,000 times", withTenant(`groups:\n${"  devs: {}\n".repeat(12_000)}`)],
  ["brackets", withTenant("[".repeat(megabyte))],
  ["dashes", withTenant(`groups:\n  ${"- ".repeat(megabyte / 2)}`)],
  ["quotation marks", withTenant('"'.repeat(100_000))],
  ["question marks", withTenant("? ".repeat(megabyte / 2))],
  ["documents", withTenant("---\n".repeat(50_000))],
])("%s, and there is a sentence", (_, text) => {
  expect(faultOf(text)).toBeUndefined();
});

test("a thousand mistakes are told, and how many more there are", () => {
  const file = join(folder, "access.yaml");
  writeFileSync(file, withTenant(many(5000, (index) => `k${String(index)}: 1`)));
  const told = mistakesOf(file);
  expect(told).toHaveLength(1001);
  expect(told.at(-1)).toBe(`${file} has 4000 more mistakes; fix these first`);
  expect(told[0]).toContain(`${file}:2:1 k0 must be a known key`);
});

test("no more of a file than its kind is repeated if it is no access file", () => {
  const secrets = [
    "root:x:0:0:secret:/root:/bin/sh\n",
    "- secret\n",
    "secret: { token: secret }\n",
    "{ secret\n",
    "&secret |\n  a",
  ];
  for (const text of [...secrets, "password: *secret", "a: !secret b", '"\\secret"']) {
    const file = join(folder, "other");
    writeFileSync(file, text);
    expect(mistakesOf(file).join("\n").replaceAll(file, "")).not.toContain("secret");
    writeFileSync(join(folder, "team.yaml"), text);
    writeFileSync(join(folder, "access.yaml"), including);
    expect(mistakesOf(join(folder, "access.yaml"))).not.toEqual([]);
    expect(mistakesOf(join(folder, "access.yaml")).join("\n")).not.toContain("secret");
  }
  writeFileSync(join(folder, "other"), `tenant: ${tenant}\n`);
  expect(mistakesOf(join(folder, "other"))).toEqual([]);
});
