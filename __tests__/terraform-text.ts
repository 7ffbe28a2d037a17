/** What Terraform makes of a string of its JSON: what is text, and the code between. */
export interface Read {
  /** Every text in it, in quotes inside code too, unescaped. */
  readonly texts: readonly string[];
  /** Each piece of code, with `""` for every text in it. A piece that is nothing but a text counts as text. */
  readonly code: readonly string[];
}

/** Reads a template: developer.hashicorp.com/terraform/language/expressions/strings */
export function readTemplate(template: string): Read {
  return read(template, 0, "end").result;
}

function read(source: string, start: number, until: "end" | "quote"): { readonly end: number; readonly result: Read } {
  const texts: string[] = [];
  const code: string[] = [];
  let text = "";
  let at = start;
  while (at < source.length && !(until === "quote" && source[at] === '"')) {
    const rest = source.slice(at, at + 10);
    if (/^(\$\$|%%)\{/.test(rest)) {
      text += rest.slice(1, 3);
      at += 3;
    } else if (/^[$%]\{/.test(rest)) {
      const inside = readCode(source, at + 2);
      const isText = /^[$]/.test(rest) && inside.result.code[0] === '""' && inside.result.code.length === 1;
      if (isText) text += inside.result.texts.join("");
      else {
        texts.push(text, ...inside.result.texts);
        text = "";
        code.push(...inside.result.code);
      }
      at = inside.end;
    } else if (until === "quote" && rest.startsWith("\\")) {
      const [escape = ""] = /^\\(u[0-9a-f]{4}|.)/.exec(rest) ?? [];
      text += JSON.parse(`"${escape}"`) as string;
      at += escape.length;
    } else text += source.charAt(at++);
  }
  return { end: at + 1, result: { texts: [...texts, text], code } };
}

function readCode(source: string, start: number): { readonly end: number; readonly result: Read } {
  const texts: string[] = [];
  const inner: string[] = [];
  let own = "";
  let depth = 0;
  let at = start;
  for (; at < source.length && !(depth === 0 && source[at] === "}"); at++) {
    if (source[at] === '"') {
      const quoted = read(source, at + 1, "quote");
      texts.push(...quoted.result.texts);
      inner.push(...quoted.result.code);
      own += '""';
      at = quoted.end - 1;
      continue;
    }
    if (source[at] === "{") depth++;
    if (source[at] === "}") depth--;
    own += source.charAt(at);
  }
  return { end: at + 1, result: { texts, code: [own, ...inner] } };
}
