/** A part of a sentence: plain text, what is typed or printed, or a link. */
export type Part = string | { readonly code: string } | { readonly link: string; readonly text: string };

/** Sentences, as no format has them yet. Whatever stands in it is shown, never obeyed. */
export type Text = readonly Part[];

/** What a page consists of, from the top. */
export type Block =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: Text }
  | { readonly kind: "list"; readonly items: readonly Text[] }
  | { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly Text[])[] }
  | { readonly kind: "code"; readonly language: "sh" | "yaml"; readonly text: string }
  /** A whole file, to be saved under its name. */
  | { readonly kind: "file"; readonly name: string; readonly text: string };

/** A page for one person. */
export interface Page {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** `` text`Run ${code("kubectl")} once.` `` */
export function text(plain: TemplateStringsArray, ...parts: readonly (Part | Text)[]): Text {
  return plain.flatMap((before, index): Text => {
    const part = parts[index] ?? "";
    const inner: Text = Array.isArray(part) ? (part as Text) : [part as Part];
    return [before, ...inner].filter((one) => one !== "");
  });
}

export const code = (typed: string): Part => ({ code: typed });
export const link = (to: string, words: string): Part => ({ link: to, text: words });

export const heading = (words: string, level: 2 | 3 = 2): Block => ({ kind: "heading", level, text: words });
export const paragraph = (words: Text): Block => ({ kind: "paragraph", text: words });
export const shell = (...lines: readonly string[]): Block => ({ kind: "code", language: "sh", text: lines.join("\n") });

/** Words with commas between them: `a, b and c`. */
export function listed(parts: readonly Part[]): Text {
  return parts.flatMap((part, index): Text => {
    if (index === 0) return [part];
    return [index === parts.length - 1 ? " and " : ", ", part];
  });
}
