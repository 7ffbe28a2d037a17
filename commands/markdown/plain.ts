/** A text as Markdown that shows it as it is: signs that would begin something get a backslash, a line cannot end inside. */
export const plain = (words: string) => words.replace(/[\\`*_[\]<>|~&#!]/g, "\\$&").replace(/[\r\n]+/g, " ");
