import { isMap, isScalar, isSeq, stringify, type YAMLSeq } from "yaml";
import { lists, type Change, type Entry, type KubeconfigText, type List } from "./kubeconfig-text";
import { columnOf, contentEnd, indentAt, lineAfter, lineEnd, rangeOf, Unusual } from "./place-in-text";

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text with changes, all other lines to the letter; `undefined` if something stands there in an unusual way. */
export function changedLines(
  there: KubeconfigText,
  changes: readonly Change[],
  current: string | undefined,
): string | undefined {
  const { text } = there;
  const whole = { ...there, text: /[^\n]$/.test(text) ? text + lineEnd(text) : text };
  try {
    const edits = [
      ...(there.root === undefined ? [appended(whole, yaml({ apiVersion: "v1", kind: "Config" }))] : []),
      ...(Object.keys(lists) as List[]).flatMap((list) => ofList(whole, list, changes)),
      ...(current === undefined ? [] : [currentContext(whole, current)]),
    ];
    // From the end, so that places before stay where they are; what is added at one place keeps its order.
    const ordered = edits
      .map((edit, index) => ({ ...edit, index }))
      .sort((a, b) => b.from - a.from || b.index - a.index);
    return ordered.reduce((done, { from, to, text: put }) => done.slice(0, from) + put + done.slice(to), whole.text);
  } catch (error) {
    if (error instanceof Unusual) return undefined;
    throw error;
  }
}

const yaml = (value: unknown) => stringify(value, { lineWidth: 0, indentSeq: false });

function ofList(there: KubeconfigText, list: List, changes: readonly Change[]): Edit[] {
  const mine = changes.filter((change) => change.list === list);
  const entries = mine.filter(({ replaces }) => !replaces).map(({ entry }) => entry);
  const replaced = mine.filter(({ replaces }) => replaces).map((change) => replacing(there, change));
  return entries.length === 0 ? replaced : [...replaced, ...added(there, list, entries)];
}

function added(there: KubeconfigText, list: List, entries: readonly Entry[]): Edit[] {
  const { root, text } = there;
  const node = root?.get(list, true) as unknown;
  if (node === undefined) return [appended(there, yaml({ [list]: entries }))];
  const isList = isSeq(node) && node.items.length > 0;
  const at = lineAfter(text, rangeOf(node)[1]);
  if (isList) return [{ from: at, to: at, text: block(there, yaml(entries), indentAt(text, blockStart(node, text))) }];
  if (!isScalar(node) && !isSeq(node)) throw new Unusual(list);
  const [from, to] = rangeOf(node);
  const inserted = { from: at, to: at, text: block(there, yaml(entries), "") };
  return [{ from, to, text: "" }, inserted];
}

function replacing(there: KubeconfigText, { list, entry }: Change): Edit {
  const { root, text } = there;
  const node = root?.get(list, true) as unknown;
  blockStart(node, text);
  const item = (node as YAMLSeq).items.find((one) => isMap(one) && one.get("name") === entry.name);
  const [from] = rangeOf(item);
  const indent = " ".repeat(columnOf(text, from));
  return { from, to: contentEnd(item), text: block(there, yaml(entry), indent).trim() };
}

function currentContext(there: KubeconfigText, current: string): Edit {
  const node = there.root?.get("current-context", true) as unknown;
  if (node === undefined) return appended(there, yaml({ "current-context": current }));
  const [from, to] = rangeOf(node);
  return { from, to, text: (there.text[from - 1] === ":" ? " " : "") + yaml(current).trimEnd() };
}

/** At the end of the map that everything hangs on. */
function appended(there: KubeconfigText, lines: string): Edit {
  const { root, text } = there;
  if (root?.flow === true) throw new Unusual("a map in braces");
  const at = root === undefined ? text.length : lineAfter(text, rangeOf(root)[1]);
  return { from: at, to: at, text: block(there, lines, "") };
}

/** Where a list begins that has one entry a line, as kubectl writes it. */
function blockStart(node: unknown, text: string): number {
  const [start] = rangeOf(node);
  if (isSeq(node) && text[start] === "-") return start;
  throw new Unusual("a list in brackets");
}

/** Lines of their own, indented, in the line ends of the whole. */
function block({ text }: KubeconfigText, lines: string, indent: string): string {
  const indented = lines.trimEnd().split("\n");
  return indented.map((line) => `${indent}${line}${lineEnd(text)}`).join("");
}
