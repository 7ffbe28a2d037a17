/** A line of YAML, by the columns in which it begins something; they count from 0. */
interface Line {
  /** Of the first sign that is no space. */
  readonly indent: number;
  /** Of what follows each "-" that it begins with; the same as `indent` if there is none. */
  readonly content: number;
  readonly text: string;
}

const lineOf = (text: string): Line => {
  const [start = "", spaces = ""] = /^( *)(?:- +)*/.exec(text) ?? [];
  return { indent: spaces.length, content: start.length, text };
};

const isEmpty = ({ text, indent }: Line) => text.length === indent || /[\r#]/.test(text.charAt(indent));

/**
 * Says how far a line must be indented to belong to something that is still open above it.
 *
 * @param line counts from 1
 * @returns what must hold; nothing if the line is indented as one above it
 */
export function indentationOf(text: string, line: number): string | undefined {
  const lines = text.split("\n").slice(0, line).map(lineOf);
  const [here] = lines.slice(-1);
  if (here === undefined) return undefined;
  const isItem = here.content > here.indent;
  const open: { readonly column: number; readonly line: number }[] = [];
  let least = Infinity;
  for (let above = lines.length - 2; above >= 0 && least > 0; above--) {
    const other = lines[above];
    if (other === undefined || isEmpty(other) || other.indent >= least) continue;
    const column = isItem ? other.indent : other.content;
    // A list may begin below a key, but a further entry of it stands below a "-".
    if (!isItem || other.content > other.indent) open.push({ column, line: above + 1 });
    least = other.indent;
  }
  const got = here.indent;
  if (!isItem && !/:(?:\s|$)/.test(here.text)) {
    const item = lines.findLastIndex(({ indent, content }) => content > indent && indent === got);
    return item === -1 ? undefined : `must begin with "- " as line ${String(item + 1)} does`;
  }
  const [before] = open;
  if (before === undefined || open.some(({ column }) => column === got)) return undefined;
  // The first line below a key may be indented at will.
  if (got > before.column && /:\s*(?:#.*)?$/.test(lines[before.line - 1]?.text ?? "")) return undefined;
  const deeper = open.findLast(({ column }) => column > got);
  const nearest = [deeper, open.find(({ column }) => column < got)].filter((one) => one !== undefined);
  const [first, second] = nearest.sort((a, b) => Math.abs(a.column - got) - Math.abs(b.column - got));
  if (first === undefined) return undefined;
  const other = second === undefined ? "" : `, or by ${String(second.column)} as line ${String(second.line)} is`;
  return `must be indented by ${spaces(first.column)} as line ${String(first.line)} is${other}, got ${String(got)}`;
}

const spaces = (count: number) => (count === 1 ? "1 space" : `${String(count)} spaces`);
