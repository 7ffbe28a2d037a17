const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

/** Words as they stand in HTML, between tags or as the value of an attribute in quotes. */
export const escaped = (words: string) => words.replace(/[&<>"']/g, (sign) => entities.get(sign) ?? "");
