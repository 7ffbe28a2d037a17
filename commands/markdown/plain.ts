/** Before a name that GitHub would tell of it: docs.github.com, "Basic writing and formatting syntax", mentioning people and teams. */
const mention = /(?<![A-Za-z0-9_])@(?=[A-Za-z0-9])/g;

/**
 * A text as Markdown that shows it as it is: signs that would begin something get a backslash, a line cannot end inside, and
 * behind an @ that would call somebody stands a space without width.
 */
export const plain = (words: string) =>
  words
    .replace(/[\\`*_[\]<>|~&#!$]/g, "\\$&")
    .replace(mention, "@&#8203;")
    .replace(/[\r\n]+/g, " ");
