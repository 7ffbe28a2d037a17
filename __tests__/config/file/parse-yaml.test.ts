import { mistakesIn, tenant, withTenant } from "../../access-text";

/** Ten copies of ten copies …: `depth` levels of aliases. */
const bomb = (depth: number) =>
  Array.from({ length: depth }, (_, level) =>
    level === 0 ? "a0: &a0 [x, x]" : `a${String(level)}: &a${String(level)} [${`*a${String(level - 1)}, `.repeat(9)}x]`,
  ).join("\n");

test.each([
  ["an empty file", "", "access.yaml:1:1 must not be empty; begin with the tenant"],
  ["a file of comments", "# nothing\n", "access.yaml:1:1 must not be empty; begin with the tenant"],
  ["plain text", "just text", "access.yaml:1:1 must be a map, got plain text"],
  ["a list at the top", "- tenant", "access.yaml:1:1 must be a map, got a list"],
  ["what is not YAML", `tenant: ${tenant}\nlogin: {`, "access.yaml:2:8 must end the { that begins here; add }"],
  [
    "a double quote that nothing ends, which takes in the rest of the file,",
    withTenant('login: { name: "EKS }\ngroups:\n  devs: {}\n'),
    'access.yaml:2:16 must end the quote that begins here; add "',
  ],
  [
    "a single quote that ends with its line",
    withTenant("x-a: 'EKS\nx-b: it's\n"),
    "access.yaml:2:6 must end the quote that begins here; add '",
  ],
  [
    "a key with an open quote",
    withTenant('"x-a: EKS\ngroups: {}\n'),
    'access.yaml:2:1 must end the quote that begins here; add "',
  ],
  [
    "the first of two open quotes",
    withTenant('x-a: [["a", "b"], "c]\nx-b: "d\nx-c: "e"\n'),
    'access.yaml:2:19 must end the quote that begins here; add "',
  ],
  [
    "an indentation by tabs",
    withTenant("groups:\n\tdevs: {}"),
    "access.yaml:3:1 must be indented with spaces, not with tabs",
  ],
  [
    "several documents",
    withTenant("---\nlogin: {}\n---\nallow: []"),
    'access.yaml:2:1 must contain one document; remove the "---"',
  ],
  ["an unknown tag", withTenant("login: !secret {}"), "access.yaml:2:8 must be valid YAML: unresolved tag: !secret"],
  ["a list as key", withTenant("? [a]\n: b"), "access.yaml:2:3 must have plain text as key"],
  [
    "aliases that explode",
    withTenant(bomb(8)),
    "access.yaml:6:25 a4[3] must not copy more than 10000 values by aliases (*name); write them out",
  ],
  [
    "an alias of nothing",
    withTenant("allow: *none"),
    "access.yaml:2:8 allow must name an anchor (&none) that stands before it",
  ],
  [
    "an alias of itself",
    withTenant("groups: { devs: &devs { members: *devs } }"),
    "access.yaml:2:34 groups.devs.members must not hold itself",
  ],
  [
    "__proto__ as key",
    withTenant("__proto__: { allow: [] }"),
    'access.yaml:2:1 __proto__ must not be called "__proto__", a name that JavaScript reserves',
  ],
  [
    "__proto__ inside",
    withTenant("groups: { __proto__: {} }"),
    'access.yaml:2:11 groups.__proto__ must not be called "__proto__", a name that JavaScript reserves',
  ],
])("%s is refused", (_, text, sentence) => {
  expect(mistakesIn(text)).toEqual([sentence]);
});

test("what is wrong before an open quote is told as well, and nothing behind it", () => {
  expect(mistakesIn(withTenant('x-a: !secret a\nx-b: "b\nx-c: !secret "c"\n'))).toEqual([
    "access.yaml:2:6 must be valid YAML: unresolved tag: !secret",
    'access.yaml:3:6 must end the quote that begins here; add "',
  ]);
});

test("aliases within reason are read, and a mistake in one is told where it is written", () => {
  const team = (member: string) =>
    withTenant(`groups: { devs: { members: &team [${member}] }, ops: { members: *team } }`);
  expect(mistakesIn(team("ada@contoso.com"))).toEqual([]);
  expect(mistakesIn(team("ada"))).toContain(
    'access.yaml:2:35 groups.ops.members[0] must be a user principal name such as ada@contoso.com, got "ada"',
  );
});

test("text that looks like a directive or a number stays text", () => {
  expect(mistakesIn(withTenant("groups: { devs: { displayName: 2026-11-22 } }"))).toEqual([]);
});

test("a reserved key hides no other mistake", () => {
  expect(mistakesIn(withTenant("groups: { constructor: {}, devs: { members: [ada] } }"))).toEqual([
    'access.yaml:2:11 groups.constructor must not be called "constructor", a name that JavaScript reserves',
    'access.yaml:2:46 groups.devs.members[0] must be a user principal name such as ada@contoso.com, got "ada"',
  ]);
});

test("errors that come later say where they come from", () => {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 7;
  try {
    expect(mistakesIn(withTenant("login: {"))).toHaveLength(1);
    expect(Error.stackTraceLimit).toBe(7);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
});

test("a merge key in quotation marks is a key like any other", () => {
  expect(mistakesIn(withTenant('x-a: { "<<": 1 }'))).toEqual([]);
});
