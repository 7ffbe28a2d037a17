/** A text as a POSIX shell reads it for one word: between apostrophes nothing means anything (POSIX, Shell Command Language, 2.2.2). */
export const shellWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
