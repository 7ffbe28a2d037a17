/** The first lines that have so many characters together, each with its line break, and how many more there are. */
export function limited(
  lines: readonly string[],
  mostCharacters: number,
): { readonly shown: readonly string[]; readonly more: number } {
  let length = 0;
  const end = lines.findIndex((line) => (length += line.length + 1) > mostCharacters);
  const shown = end === -1 ? lines : lines.slice(0, end);
  return { shown, more: lines.length - shown.length };
}
