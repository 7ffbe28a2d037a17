import fc from "fast-check";
import { stringify } from "yaml";
import { rootSchemas, type SchemaNode } from "../config/json-schema";
import { tenant, withTenant } from "./access-text";

/** Something that somebody may give as an access file. */
export interface HostileInput {
  /** Of what kind it is, for messages. */
  readonly kind: string;
  readonly bytes: Buffer;
}

/** An access file that includes another, which may do nearly everything. */
export const including = withTenant(`clusters: { prod: { eks: { name: prod, region: eu-central-1 } } }
include:
  team.yaml: { groups: ["*"], members: ["*"], clusters: ["*"], namespaces: ["*"], roles: [view, edit], wholeCluster: true }
`);

/** Letters and signs that mean something to YAML, to a pattern of the schema, or to nobody. */
const pieces = [
  "[", "]", "{", "}", ", ", ": ", "- ", "? ", "&a ", "*a ", "!!str ", "!x ", "|\n", ">\n", "'", '"', "\\", "#", "%", "---\n",
  "...\n", "\n", "\n  ", "\t", " ", "<<", "a", "0", "1.", "-", "~", "null", "@", "`", "é", "\ufffd", "\ufeff", "\u2028", "😀", "x-",
  "tenant: ", "groups: ", "clusters: ", "members: ", "grants: ", "__proto__: ", "constructor: ", "1, ", ".a", "a.", "/", "//", "@a.b",
] as const; // prettier-ignore

const repeated = (piece: string, length: number) => piece.repeat(Math.ceil(length / Math.max(1, piece.length)));

/** @param length of the inputs, in letters, about */
export function hostileInput(length: number): fc.Arbitrary<HostileInput> {
  const of = (kind: string) => (text: string | Uint8Array) => ({ kind, bytes: Buffer.from(text as string) });
  const piece = fc.constantFrom(...pieces);
  const mixture = fc.array(piece, { minLength: 1, maxLength: 12 }).map((some) => repeated(some.join(""), length));
  const shuffled = fc
    .array(piece, { minLength: Math.min(length / 4, 2000), maxLength: 4000 })
    .map((some) => some.join(""));
  const head = fc.constantFrom(
    "",
    `tenant: ${tenant}\n`,
    `tenant: ${tenant}\ngroups:\n`,
    `tenant: ${tenant}\nclusters: { a: `,
  );
  return fc.oneof(
    fc.uint8Array({ minLength: 0, maxLength: Math.min(length, 4000) }).map(of("bytes")),
    fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 8 }), fc.constantFrom("", "\ufffd")).map(([some, good]) => {
      const part = Buffer.concat([Buffer.from(good), Buffer.from(some)]);
      return of("bytes, repeated")(Buffer.concat(Array.from({ length: Math.ceil(length / part.length) }, () => part)));
    }),
    fc.tuple(head, fc.oneof(mixture, shuffled)).map(([top, text]) => of("YAML")(top + text)),
    hugeValue(length).map(of("a huge value")),
    hugeStructure(length).map(of("a huge structure")),
  );
}

/** Texts that a careless pattern takes long for. */
function hugeText(length: number): fc.Arbitrary<string> {
  const unit = fc.constantFrom(
    "a",
    " ",
    "1",
    "1, ",
    "a.",
    "a-",
    "-",
    ".",
    "/",
    "a/",
    "@",
    "a@a.",
    "https://",
    "${",
    "\u0000",
    "é",
    "1.1.",
    ":",
    "0/",
  );
  const end = fc.constantFrom("", "x", "!", "@", " ", "\n", "@contoso.com", "/");
  return fc.tuple(unit, end).map(([one, last]) => repeated(one, length) + last);
}

/** Any place of the schema, new keys included, with a huge value, list or map in it. */
function hugeValue(length: number): fc.Arbitrary<string> {
  const places = [...placesIn(rootSchemas(), [])];
  const value = fc.oneof(
    hugeText(length),
    hugeText(12).map((text) => Array.from({ length: length / 16 }, (_, index) => `${text}${String(index)}`)),
    hugeText(12).map((text) =>
      Object.fromEntries(Array.from({ length: length / 32 }, (_, index) => [`${text}${String(index)}`, {}])),
    ),
    hugeText(length).map((text) => ({ [text]: text.slice(0, 8) })),
    fc.constantFrom(null, true, 1e308, -1, [[[[]]]], {}),
  );
  return fc
    .tuple(fc.constantFrom(...places), value)
    .map(([place, huge]) => stringify({ tenant, ...at(place, huge) }, { aliasDuplicateObjects: false }));
}

function* placesIn(
  schemas: readonly SchemaNode[],
  path: readonly (string | number)[],
): Generator<readonly (string | number)[]> {
  if (path.length > 0) yield path;
  for (const schema of schemas.flatMap((one) => one.anyOf ?? one.oneOf ?? [one])) {
    for (const [key, inside] of Object.entries(schema.properties ?? {}))
      yield* placesIn([inside as SchemaNode], [...path, key]);
    if (typeof schema.additionalProperties === "object")
      yield* placesIn([schema.additionalProperties], [...path, "ada@contoso.com"]);
    if (typeof schema.items === "object") yield* placesIn([schema.items as SchemaNode], [...path, 0]);
  }
}

function at([first, ...rest]: readonly (string | number)[], value: unknown): Record<string, unknown> {
  const inner: unknown =
    rest.length === 0
      ? value
      : rest[0] === 0
        ? [rest.length === 1 ? value : at(rest.slice(1), value)]
        : at(rest, value);
  return { [String(first)]: inner };
}

/** Files of the right shape that are large in one way: many, dense, deep, or all about one name. */
function hugeStructure(length: number): fc.Arbitrary<string> {
  const many = (count: number, entry: (index: number) => string) =>
    Array.from({ length: Math.max(1, Math.floor(count)) }, (_, index) => entry(index)).join("\n");
  const texts: readonly (() => string)[] = [
    () => `groups:\n${many(length / 30, (i) => `  g${String(i)}: { groups: [g${String(i + 1)}] }`)}`,
    () => {
      const n = Math.floor(Math.sqrt(length / 5));
      return `groups:\n${many(n, (i) => `  g${String(i)}: { groups: [${Array.from({ length: n - i - 1 }, (_, j) => `g${String(i + j + 1)}`).join(", ")}] }`)}`;
    },
    () => `groups:\n${many(length / 30, (i) => `  g${String(i)}: { groups: [h${String(i)}] }`)}`,
    () => `groups:\n${many(length / 40, (i) => `  g${String(i)}: { members: [a${String(i)}@contoso.com] }`)}`,
    () => `groups:\n  g: &a { members: [ada@contoso.com] }\n${many(length / 12, (i) => `  g${String(i)}: *a`)}`,
    () => `groups:\n  g:\n    members:\n${many(length / 24, (i) => `      - a${String(i)}@contoso.com`)}`,
    () => many(length / 12, (i) => `k${String(i)}: 1`),
    () => `groups:\n${many(length / 12, () => "  g: {}")}`,
    () => `groups:\n${many(length / 24, (i) => `  g${String(i)}: { membrs: [] }`)}`,
    () =>
      `groups: { g: {} }\nclusters:\n  c:\n    eks: { name: c, region: eu-central-1 }\n    grants:\n${many(length / 60, (i) => `      - { group: g, clusterRole: view, namespaces: [n${String(i)}] }`)}`,
    () =>
      `groups: { g: {} }\nclusters:\n  c:\n    eks: { name: c, region: eu-central-1 }\n    grants:\n${many(length / 60, (i) => `      - { group: g, clusterRole: r${String(i)}, namespaces: [n] }`)}`,
    () =>
      `roles:\n${many(length / 80, (i) => `  r${String(i)}: { rules: [{ apiGroups: [""], resources: [pod${String(i)}], verbs: [gt] }] }`)}`,
    () => `attributes:\n${many(length / 12, (i) => `  a${String(i)}: {}`)}`,
    () => `users:\n${many(length / 50, (i) => `  a${String(i)}@contoso.com: { attributes: { team: x } }`)}`,
    () => `clusters:\n${many(length / 60, (i) => `  c${String(i)}: { eks: { name: c, region: eu-central-1 } }`)}`,
    () =>
      `groups: { g: {} }\nroles:\n${many(length / 140, (i) => `  r${String(i)}: { rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }] }`)}\nclusters:\n  c:\n    eks: { name: c, region: eu-central-1 }\n    grants:\n${many(length / 140, (i) => `      - { group: g, role: r${String(i)}, namespaces: [n] }`)}`,
    () =>
      `groups: { g: {} }\nroles:\n  r:\n    rules:\n${many(length / 140, (i) => `      - { apiGroups: [""], resources: [nodes], verbs: [get], resourceNames: [n${String(i)}] }`)}\nclusters:\n  c:\n    eks: { name: c, region: eu-central-1 }\n    grants:\n${many(length / 140, (i) => `      - { group: g, clusterRole: r, namespaces: [n${String(i)}] }`)}`,
    () =>
      `guests:\n${many(length / 60, (i) => `  - a${String(i)}@contoso.com`)}\ngroups:\n${many(length / 60, (i) => `  g${String(i)}: { members: [a${String(i)}@contoso.com] }`)}`,
    () =>
      `guests:\n${many(length / 60, (i) => `  - a${String(i)}@contoso.com`)}\ngroups:\n${many(length / 80, (i) => `  g${String(i)}: { owners: [b${String(i)}@contoso.com] }`)}`,
    () =>
      `attributes: { team: {} }\nusers: { a0@contoso.com: { attributes: { team: x } } }\ngroups:\n${many(length / 60, (i) => `  g${String(i)}: { groups: [g${String(i + 1)}], members: [a${String(i)}@contoso.com] }`)}\n  g${String(Math.floor(length / 60))}: {}\nclusters:\n  c:\n    eks: { name: c, region: eu-central-1 }\n    requiredClaims: { team: x }\n    grants: [{ group: g0, clusterRole: view }]`,
    () =>
      `attributes:\n${many(length / 50, (i) => `  a${String(i)}: {}`)}\ngroups: { g: { members: [a@contoso.com, b@contoso.com] } }\nusers: { a@contoso.com: { attributes: { a1: x } } }\nclusters:\n  c:\n    eks: { name: c, region: eu-central-1 }\n    grants: [{ group: g, clusterRole: view }]\n    requiredClaims:\n${many(length / 50, (i) => `      a${String(i)}: x`)}`,
    () =>
      `attributes:\n${many(length / 40, (i) => `  b${String(i)}: {}`)}\nusers:\n  a@contoso.com:\n    attributes:\n${many(length / 40, (i) => `      c${String(i)}: x`)}`,
    () =>
      `groups:\n  g:\n    groups:\n${many(length / 60, (i) => `      - h${String(i)}`)}\n${many(length / 60, (i) => `  h${String(i)}: { existing: true }`)}\nclusters: { c: { eks: { name: c, region: eu-central-1 }, grants: [{ group: g, clusterRole: cluster-admin }] } }`,
    () => {
      const name = "a".repeat(60);
      return `groups:\n${many(length / 160, (i) => `  ${name}${String(i)}: { groups: [${"b".repeat(60)}${String(i)}] }`)}`;
    },
    () =>
      `roles:\n  r:\n    rules:\n      - { apiGroups: [${Array.from({ length: Math.floor(length / 12) }, (_, i) => `a${String(i)}.k8s.io`).join(", ")}], resources: [pods], verbs: [get] }`,
  ];
  return fc.constantFrom(...texts).map((text) => `tenant: ${tenant}\n${text()}\n`);
}
