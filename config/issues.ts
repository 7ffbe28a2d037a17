import type { z } from "zod";
import { ownIn } from "../model/own";
import { given, type Mistake, type Path } from "./mistake";
import { didYouMean, didYouMeanWord } from "./text/suggestion";

type Issue = z.core.$ZodIssue;

const kinds: Readonly<Record<string, string>> = {
  array: "a list",
  boolean: "true or false",
  object: "a map",
  record: "a map",
  string: "text",
};

/** What keys there are at a path of an access file. */
export interface Keys {
  /** Those that a map may have there. */
  at(path: Path): readonly string[];
  /** Those that it might have if another key had another value, such as `type: s3`, and what that would be. */
  elsewhere(path: Path): ReadonlyMap<string, string>;
  /** Those that maps right below it may have, and the keys of these maps. */
  below(path: Path): ReadonlyMap<string, readonly string[]>;
  /** Those that another kind of cluster has, if one is there, and which kind. */
  ofOtherKind(path: Path): ReadonlyMap<string, string>;
}

/**
 * What the schema found, in the words of the access file.
 *
 * @param keys the keys of the access file
 */
export function mistakesOf(issue: Issue, keys: Keys): Mistake[] {
  const path = issue.path.map((part) => (typeof part === "symbol" ? part.toString() : part));
  switch (issue.code) {
    case "unrecognized_keys":
      return unknownKeys(path, issue.keys, keys);
    case "invalid_type":
      if (issue.input === undefined) return [{ ...notGiven(path), ...(isOfLack(issue) ? saidBy(issue) : {}) }];
      return [
        {
          path,
          must: issue.message.startsWith("must") ? issue.message : `must be ${kinds[issue.expected] ?? issue.expected}`,
          ...gotOf(issue.input),
          ...(issue.expected === "string" && ["number", "boolean"].includes(typeof issue.input)
            ? { hint: "put it in quotes" }
            : {}),
        },
      ];
    case "invalid_value": {
      if (issue.input === undefined) return [{ ...notGiven(path), ...hintOf(issue.values) }];
      if (issue.message.startsWith("must")) return [{ path, ...saidBy(issue) }];
      return [notAmong(path, issue.values.map(String), issue.input)];
    }
    case "invalid_key":
      return issue.issues.map((inside) => ({ path, at: "key", ...saidBy(inside) }));
    case "invalid_union": {
      const options = "options" in issue ? issue.options : undefined;
      if (options !== undefined) {
        const values = options.filter((value) => value !== undefined).map(String);
        return [notAmong(path, values, ownIn(issue.input, path.at(-1) ?? ""))];
      }
      const [inside, ...others] = issue.errors.filter((issues) => !issues.some(isOtherKind));
      if (inside === undefined || others.length > 0) return [{ path, ...saidBy(issue), ...gotOf(issue.input) }];
      return inside.flatMap((one) => mistakesOf({ ...one, path: [...issue.path, ...one.path] }, keys));
    }
    default:
      return [{ path, ...saidBy(issue) }];
  }
}

/** Which rule a finding of the schema comes under, for machines. */
export function ruleOf({ code, input }: Issue): string {
  if (code === "unrecognized_keys") return "unknown-key";
  if (code === "invalid_type" && input === undefined) return "missing-key";
  return "value";
}

/** Whether this alternative of a choice cannot be meant: the value is no map, or none of its words. */
const isOtherKind = ({ code, path }: Issue) =>
  path.length === 0 && (code === "invalid_type" || code === "invalid_value");

/** The schema's own sentence: what must hold, and behind a semicolon what to do. */
function saidBy({ message }: Issue): Pick<Mistake, "must" | "hint"> {
  const [must = message, hint] = message.split("; ");
  return { must, ...(hint === undefined ? {} : { hint }) };
}

const gotOf = (value: unknown) => ({ got: given(value) ?? kindOf(value) });

/** Whether the schema has a sentence of its own for what is not given. */
const isOfLack = ({ message }: Issue) => message.startsWith("must be given");

/** What can be given, where these are few words. */
const hintOf = (values: readonly unknown[]) =>
  values.length > 9 ? {} : { hint: `write ${oneOf(values.map(String))}` };

const notGiven = (path: Path): Mistake => ({ path, at: "key", must: "must be given" });

function notAmong(path: Path, values: readonly string[], value: unknown): Mistake {
  return {
    path,
    must: `must be ${oneOf(values)}`,
    hint: () => hintFor(value, values),
  };
}

function hintFor(value: unknown, values: readonly string[]): string | undefined {
  switch (typeof value) {
    case "string":
      return didYouMeanWord(value, values);
    case "number":
      return "put it in quotes";
    default:
      return undefined;
  }
}

function kindOf(value: unknown): string {
  if (value === null) return "nothing";
  return Array.isArray(value) ? "a list" : "a map";
}

/** Of more unknown keys of one map nobody reads what was meant. */
const mostSearched = 1000;

function unknownKeys(path: Path, unknown: readonly string[], keys: Keys): Mistake[] {
  const [known, elsewhere, below] = [keys.at(path), keys.elsewhere(path), keys.below(path)];
  const ofOtherKind = keys.ofOtherKind(path);
  const anyOf = `must be a known key: ${oneOf(known)}`;
  return unknown.map((key, index) => {
    const at = { path: [...path, key], at: "key" } as const;
    const choice = elsewhere.get(key);
    if (choice !== undefined) return { ...at, must: `must be used with ${choice}` };
    const maps = below.get(key);
    if (maps !== undefined) return { ...at, must: `must be under ${oneOf(maps)}` };
    const kind = ofOtherKind.get(key);
    if (kind !== undefined)
      return {
        ...at,
        must: `must not be given for a cluster of the kind "${String(path.at(-1))}", because only "${kind}" has it`,
      };
    const [, before = ""] = /^([\w-]+):/.exec(key) ?? [];
    if (known.includes(before))
      return { ...at, must: "must be a known key", hint: `write a space behind "${before}:"` };
    const hint = index < mostSearched ? didYouMean(key, known) : undefined;
    if (hint === undefined) return { ...at, must: anyOf };
    return { ...at, must: "must be a known key", hint };
  });
}

function oneOf(values: readonly string[]): string {
  const quoted = values.map((value) => `"${value}"`);
  return quoted.length === 1 ? quoted.join() : `one of ${quoted.join(", ")}`;
}

/**
 * The whole sentence: what must hold, what was given, what to do.
 *
 * @param search whether a hint is looked for that is not there yet
 */
export function sentenceOf({ at, must, got, hint: told }: Mistake, value: unknown, search: boolean): string {
  const hint = typeof told === "function" ? (search ? told() : undefined) : told;
  const shown = got ?? (at === "key" ? undefined : given(value));
  return `${must}${shown === undefined ? "" : `, got ${shown}`}${hint === undefined ? "" : `; ${hint}`}`;
}
