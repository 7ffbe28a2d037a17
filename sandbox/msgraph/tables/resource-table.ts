import type { JsonObject } from "../json";

/** What Graph says about the objects of one collection. */
export interface ResourceTable {
  /** Name of the type, such as `servicePrincipal`. */
  readonly type: string;
  /** Name that error messages give it, such as `ServicePrincipal`. */
  readonly label: string;
  /** Every property, those of v1.0 and of beta. */
  readonly properties: ReadonlySet<string>;
  /** Properties that lead to other objects: shown by `$expand` only. */
  readonly navigation: ReadonlySet<string>;
  readonly readOnly: ReadonlySet<string>;
  /** Properties that creating needs. */
  readonly required: readonly string[];
  readonly maxLength: Readonly<Record<string, number>>;
  /** Whether an object carries its type where objects of several types are listed. */
  readonly typed: boolean;
  /** Whether text may be empty. */
  readonly emptyText: boolean;
  /**
   * Properties that are shown unless `$select` names others.
   *
   * @default - all but navigation
   */
  readonly shown?: readonly string[];
  /**
   * Properties by which only an advanced query filters.
   *
   * @default - none
   */
  readonly advancedFilter?: ReadonlySet<string>;
  /** The properties of a new object that nobody gave. */
  initial(): JsonObject;
}

/** Names, separated by white space. */
export function names(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** These properties, each with no value. */
export function nothing(text: string): JsonObject {
  return Object.fromEntries([...names(text)].map((name) => [name, null]));
}

/** These properties, each an empty list. */
export function emptyLists(text: string): JsonObject {
  return Object.fromEntries([...names(text)].map((name) => [name, []]));
}
