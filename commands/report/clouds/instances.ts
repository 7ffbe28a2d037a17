import type { Action } from "./address-change";
import type { Block } from "./program";
import { comesNow } from "./stack-values";

/** Where `for_each` names its keys: people in a list, and groups by their keys. */
const people = /for name in \[([^\]]*)\] : /g;
const groups = /\}, \{(.*)\}\)\}$/s;

/**
 * The resources that a block with `for_each` stands for: their keys with the values, or `undefined` where only the cloud
 * knows the keys.
 *
 * @param text the value of `for_each`, its references written out
 */
export function instancesOf(type: string, text: string): ReadonlyMap<string, string> | undefined {
  if (type !== "azuread_group_member") return undefined;
  const code = JSON.parse(text) as string;
  const named = namesIn(code);
  const nested = (groups.exec(code)?.[1] ?? "").split(", ").filter((entry) => entry !== "");
  return new Map([
    ...named.map((name) => [name.replace(comesNow, ""), name] as const),
    ...nested.map((entry) => {
      const [, key = "", value = ""] = /^"(.*?)" = (.*)$/s.exec(entry) ?? [];
      return [key, value] as const;
    }),
  ]);
}

/** The people whom an expression looks up. */
export function namesIn(code: string): string[] {
  return [...code.matchAll(people)].flatMap(([, list = ""]) => JSON.parse(`[${list}]`) as string[]);
}

/** What happens to one of them. */
export function actionOfInstance(
  action: Action | "nothing",
  was: string | undefined,
  is: string | undefined,
): Action | "nothing" {
  if (is === undefined) return "destroy";
  if (was === undefined || is.endsWith(comesNow)) return "create";
  return was === is ? action : "replace";
}

/** Whether a block stands for several resources, or for none. */
export const isSeveral = (resource: Block) => "for_each" in resource || "count" in resource;
