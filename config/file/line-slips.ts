import { quotedColon } from "./bracket-slips";
import { indentationOf } from "./indentation";
import type { Slip, Text } from "./slip";

/** A line that is indented as none above it that is still open. */
export function misplacedLine(offset: number, text: Text): Slip | undefined {
  // An error may stand in the empty lines before the one that is meant.
  const empty = /(?:[ \t]*(?:#[^\n]*)?\r?\n)*/y;
  empty.lastIndex = offset;
  const { line, start, written } = lineAt(offset + (empty.exec(text.text)?.[0].length ?? 0), text);
  const must = indentationOf(text.text, line);
  return must === undefined ? undefined : { offset: start + written.search(/\S|$/), must, breaks: true };
}

/** `name:prod`, `name = prod` or `groups`, where a key is read over the end of its line. */
export function keyWithoutColon(offset: number, text: Text): Slip | undefined {
  const { start, written } = lineAt(offset, text);
  if (!/^[ -]*$/.test(written.slice(0, offset - start))) return undefined;
  const [, key, sign] = /^([\w.-]+)(:(?=\S)|\s*=|\s*$)/.exec(written.slice(offset - start)) ?? [];
  if (key === undefined) return undefined;
  if (sign === ":") return { offset, must: `must have a space behind "${key}:"` };
  return { offset, must: `must have a colon (:) behind "${key}"${sign?.endsWith("=") === true ? ", not =" : ""}` };
}

/** `-{` or `-group: developers`. */
export function withoutSpace(offset: number, text: Text): Slip | undefined {
  const { start, written } = lineAt(offset, text);
  const before = /^( *(?:- +)*)-[^\s-]/.exec(written)?.[1];
  if (before === undefined) return undefined;
  return { offset: start + before.length, must: 'must have a space behind "-"', breaks: true };
}

/** `displayName: EKS: developers`. */
export function colonInText(offset: number, text: Text): Slip | undefined {
  const { start, written } = lineAt(offset, text);
  return /\S:\s/.test(written.slice(offset - start)) ? { offset, must: quotedColon } : undefined;
}

function lineAt(offset: number, { text, lines }: Text) {
  const { line } = lines.linePos(offset);
  const start = lines.lineStarts[line - 1] ?? 0;
  const end = text.indexOf("\n", start);
  return { line, start, written: text.slice(start, end === -1 ? undefined : end) };
}
