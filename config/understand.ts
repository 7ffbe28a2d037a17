import { inside, keysOf, meantBy, rootSchemas, type SchemaNode } from "./json-schema";
import { entriesBesideKey, indentFurther, keysBesideEntries } from "./misplaced";
import type { Mistake, Path } from "./mistake";
import { nearest } from "./text/suggestion";

/** An access file as its author meant it, so that one slip is one mistake. */
export interface Understood {
  readonly value: unknown;
  /** Keys that were meant to be others, or to stand elsewhere. */
  readonly mistakes: readonly Mistake[];
  /** Whether what a rule says of this path follows from one of these mistakes. */
  follows(path: Path): boolean;
}

/** Keys that are written in good faith and mean something else here: where they stand, and what is said of them. */
const misread: readonly {
  readonly at: RegExp;
  readonly keys: RegExp;
  readonly instead: string;
  readonly must: string;
  readonly hint: string;
}[] = [
  {
    at: /^clusters\/[^/]*\/grants\/\d+$/,
    keys: /^(users?|members?|persons?|people|emails?)$/i,
    instead: "group",
    must: "must not be in a grant, because grants are for groups only",
    hint: "list the person under members of a group, and grant to that group",
  },
  {
    at: /^clusters\/[^/]*$/,
    keys: /^(kind|kubeadm|k3[ds]|k0s|k8s|rke2?|minikube|microk8s|talos)$/i,
    instead: "kubernetes",
    must: "must be a known key",
    hint: 'write "kubernetes", which stands for every cluster whose API server you start yourself',
  },
  {
    at: /^clusters\/[^/]*$/,
    keys: /^(rosa|aro|ocp|okd)$/i,
    instead: "openshift",
    must: "must be a known key",
    hint: 'write "openshift", whose signIn tells ROSA, ARO and self-managed clusters apart',
  },
];

/**
 * Reads over what people mean all the same: a key without a value where a map or list belongs is an empty one, top-level keys
 * that begin with `x-` are nobody's but YAML's anchors, and a key that is nearly a known one is taken for it.
 */
export function understand(value: unknown): Understood {
  const mistakes: Mistake[] = [];
  const followed = new Set<string>();
  const path: (string | number)[] = [];
  const near = new Nearest();

  const read = (given: unknown, schemas: readonly SchemaNode[]): unknown => {
    if (typeof given !== "object" || given === null) return given;
    const meant = meantBy(given, schemas);
    if (Array.isArray(given)) {
      const items = given.map((item: unknown, index) => under(index, item, meant));
      return items.some((item, index) => item !== given[index]) ? items : given;
    }
    for (const mistake of keysBesideEntries(given, meant, path)) {
      mistakes.push(mistake);
      followed.add(mistake.path.reduce(step, ""));
    }
    const renamed = renames(given, meant, { path, near });
    if (renamed.size > 0) {
      const here = path.reduce<string>(step, "");
      for (const [key, { mistake, instead }] of renamed) {
        mistakes.push(mistake);
        followed.add(step(here, key)).add(step(here, instead));
      }
    }
    let changed = renamed.size > 0;
    const entries: [string, unknown][] = [];
    for (const [key, inner] of Object.entries(given) as [string, unknown][]) {
      if (path.length === 0 && key.startsWith("x-")) {
        changed = true;
        continue;
      }
      const name = renamed.get(key)?.instead ?? key;
      const understood = inner === null ? emptyOf(inside(meant, name)) : under(name, inner, meant);
      changed ||= understood !== inner;
      entries.push([name, understood]);
    }
    return changed ? Object.fromEntries(entries) : given;
  };
  const under = (part: string | number, inner: unknown, meant: readonly SchemaNode[]) => {
    if (typeof inner !== "object" || inner === null) return inner;
    path.push(part);
    const understood = read(inner, inside(meant, part));
    path.pop();
    return understood;
  };
  const whole = withEntries(value, (key, into) => {
    mistakes.push(indentFurther([key], [into]));
    followed.add(step("", key)).add(step("", into));
  });
  return {
    value: read(whole, rootSchemas()),
    mistakes,
    follows: (at) => {
      let here = "";
      return followed.size > 0 && at.some((part) => followed.has((here = step(here, part))));
    },
  };
}

/** A file with the entries that stand at the top inside the key that they belong to. */
function withEntries(value: unknown, told: (key: string, into: string) => void): unknown {
  if (typeof value !== "object" || value === null) return value;
  const misplaced = entriesBesideKey(value, rootSchemas());
  if (misplaced.size === 0) return value;
  const entries = new Map<string, unknown>(Object.entries(value));
  for (const [key, into] of misplaced) {
    entries.set(into, { ...(entries.get(into) as object | null), [key]: entries.get(key) });
    entries.delete(key);
    told(key, into);
  }
  return Object.fromEntries(entries);
}

/** A path as one text, part by part. */
const step = (before: string, part: string | number): string => `${before}${JSON.stringify(part)},`;

/** What is written without a value, such as `groups:` with every entry commented out; only maps and lists can be empty. */
function emptyOf(schemas: readonly SchemaNode[]): unknown {
  const types = new Set(schemas.flatMap((node) => node.anyOf ?? node.oneOf ?? [node]).map(kindOf));
  if (types.size !== 1) return null;
  return types.has("object") ? {} : types.has("array") ? [] : null;
}

const kindOf = ({ type }: SchemaNode) =>
  Array.isArray(type) ? (type as string[]).find((one) => one !== "null") : type;

/** More slips than this are not taken for what was meant: nobody reads that many, and each is compared with every key. */
const mostSearched = 1000;

/** The nearest key of one kind of map: the same slip may stand in thousands of entries. */
class Nearest {
  private readonly found = new Map<SchemaNode | undefined, Map<string, string | undefined>>();
  private searches = 0;

  of(key: string, meant: readonly SchemaNode[]): string | undefined {
    if (meant.length > 1) return this.search(key, meant);
    const [only] = meant;
    const found = this.found.get(only) ?? new Map<string, string | undefined>();
    this.found.set(only, found);
    if (!found.has(key)) found.set(key, this.search(key, meant));
    return found.get(key);
  }

  private search(key: string, meant: readonly SchemaNode[]): string | undefined {
    return ++this.searches > mostSearched ? undefined : nearest(key, keysOf(meant));
  }
}

/** Whether a map may have keys of the operator's own. */
const isOpen = ({ additionalProperties }: SchemaNode) => typeof additionalProperties === "object";

const isKnown = (key: string, meant: readonly SchemaNode[]) =>
  meant.some(({ properties }) => properties !== undefined && Object.hasOwn(properties, key));

interface Rename {
  readonly instead: string;
  readonly mistake: Mistake;
}

function renames(
  given: object,
  meant: readonly SchemaNode[],
  { path, near }: { readonly path: Path; readonly near: Nearest },
): ReadonlyMap<string, Rename> {
  const found = new Map<string, Rename>();
  const keys = Object.keys(given);
  if (meant.some(isOpen) || keys.every((key) => isKnown(key, meant))) return found;
  const taken = new Set(keys);
  const here = path.join("/");
  for (const key of keys) {
    if (isKnown(key, meant)) continue;
    const other = misread.find(({ at, keys }) => keys.test(key) && at.test(here));
    const instead = other?.instead ?? near.of(key, meant);
    if (instead === undefined || taken.has(instead)) continue;
    taken.add(instead);
    const mistake: Mistake = {
      path: [...path, key],
      at: "key",
      must: other?.must ?? "must be a known key",
      hint: other?.hint ?? `did you mean "${instead}"?`,
    };
    found.set(key, { instead, mistake });
  }
  return found;
}
