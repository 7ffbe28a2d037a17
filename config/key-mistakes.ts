import type { z } from "zod";
import { own } from "../model/own";
import { demands, rules } from "./load";
import { AccessSchema } from "./schema/access";
import { visible, withoutToken } from "./schema/names";

/** What is asked of nearly every text, which the reference says once. */
const ofEveryText: readonly string[] = [visible[1], withoutToken[1]];

/** Values that are wrong in most places, each in its own way. */
const wrong: readonly unknown[] = [
  ...[
    "",
    " ",
    "a b",
    "é",
    "x".repeat(2000),
    "a/b",
    "a.b",
    "A",
    "-",
    "~x",
    "5",
    "*",
    "*a",
    "system:x",
    "aws:x",
    "xn--x",
  ],
  ...[
    "TfToken[x]",
    "\u200b",
    "it's",
    "x\ny",
    "aе",
    "192.168.0.1",
    "http://x/",
    "https://x/y",
    "https://x?y",
    "https://x:0",
  ],
  ...[
    "10.0.0.0/8",
    "10.0.0.0/16",
    "203.0.113.1/24",
    "2027-02-30",
    "3.9",
    "3.10",
    "9h9",
    "48h",
    "a@b",
    "a b@contoso.com",
  ],
  ...[-1, 1e9, true, null, {}, [], ["a", "a"]],
];

/**
 * What must hold at a key: first what the schema says of wrong values, then what the rules say of themselves.
 *
 * @param path as the reference writes it, such as `clusters.*.grants[].group`
 */
export function mistakesAt(path: string): string[] {
  const schemas = path
    .split(/\.|(?=\[\])/)
    .reduce<readonly z.core.$ZodType[]>((found, part) => found.flatMap((one) => below(one, part)), [AccessSchema]);
  return [...new Set([...schemas.flatMap(saidBy), ...ofRules(path)])];
}

const ofRules = (path: string) => [...rules, ...demands].flatMap(({ brings = {} }) => own(brings, path) ?? []);

/** What may stand below a key, or at an entry. */
function below(schema: z.core.$ZodType, part: string): readonly z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "optional":
    case "default":
    case "prefault":
      return below(def.innerType, part);
    case "pipe":
      return below(def.in, part);
    case "object":
      return [own(def.shape, part) ?? []].flat();
    case "record":
      return part === "*" ? [def.valueType] : [];
    case "array":
      return part === "[]" ? [def.element] : [];
    case "union":
      return def.options.flatMap((option) => below(option, part));
    default:
      return [];
  }
}

/** What a schema says of the wrong values themselves, in our words; which words a list of them has, the reference tells. */
function saidBy(schema: z.core.$ZodType): string[] {
  const issues = wrong.flatMap((value) => (schema as z.ZodType).safeParse(value).error?.issues ?? []);
  return issues.flatMap(({ path, message }) => {
    const [must = ""] = message.split("; ");
    const isOwn = path.length === 0 && /^must (?!be one of)/.test(must) && !ofEveryText.includes(must);
    return isOwn ? must : [];
  });
}
