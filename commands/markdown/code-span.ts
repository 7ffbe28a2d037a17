/** A text as code of Markdown, in which nothing is obeyed and nobody is called. It may hold any number of backticks: the fence has one more. */
export function codeSpan(typed: string): string {
  const text = typed.replace(/[\r\n]+/g, " ");
  const fence = "`".repeat(longestRun(text) + 1);
  const space = /^`|`$|^ .* $/.test(text) ? " " : "";
  return `${fence}${space}${text}${space}${fence}`;
}

/** The same in a cell of a table, which a bar would end. */
export const codeInCell = (typed: string) => codeSpan(typed).replaceAll("|", "\\|");

/** How many backticks stand together at most. */
export const longestRun = (text: string) => Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
