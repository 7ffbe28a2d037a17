import { isCollection, visit } from "yaml";
import type { Slip, Text } from "./slip";

/** `{ name: prod-eks region: eu-central-1 }`; the value is all behind the first colon. */
export function withoutComma(offset: number, value: string): Slip {
  const [, before = "", key] = /^([^:]*\s)?([^\s:]+)\s*:/.exec(value) ?? [];
  if (before === "" || key === undefined) return { offset, must: quotedColon };
  return { offset: offset + before.length, must: `must have a comma (,) before ${JSON.stringify(key)}` };
}

export const quotedColon = 'must be in quotes, because it holds ": "';

/** A bracket that nothing ends: the parser stands where it gave up. */
export function openBracket(offset: number, { text, document }: Text): Slip | undefined {
  let open: number | undefined;
  visit(document.contents, (_, node) => {
    if (!isCollection(node) || node.flow !== true || node.range == null) return;
    const [start, end] = node.range;
    if (start < offset && text.charAt(end - 1) !== closing(text.charAt(start))) open = start;
  });
  if (open === undefined) return undefined;
  const mark = text.charAt(open);
  return { offset: open, must: `must end the ${mark} that begins here; add ${closing(mark)}`, breaks: true };
}

const closing = (mark: string) => (mark === "[" ? "]" : "}");
