import { AccessSchema } from "./schema/access";

const topKeys = Object.keys(AccessSchema.shape).join("|");
const topKey = new RegExp(`(^|[{,\\s])(("(${topKeys})"|'(${topKeys})')\\s*:|(${topKeys})[ \\t]*:([ \\t\\r]|$))`, "m");

/** Whether any key of an access file stands in the text. */
export const isAccessText = (text: string) => topKey.test(text);

/** What is said of a text that is none: nothing of it is repeated. */
export function foreign(value: unknown): string {
  if (Array.isArray(value)) return "must be a map, got a list";
  if (typeof value === "object")
    return `must be an access file, but has none of its keys: ${topKeys.replaceAll("|", ", ")}`;
  return value === undefined ? "must be an access file, but is no YAML with its keys" : "must be a map, got plain text";
}
