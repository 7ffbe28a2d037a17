/** Escapes that JSON does not share: developer.hashicorp.com/terraform/language/expressions/strings has no \b and no \f. */
const named: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** A text as it stands inside an expression of Terraform, with its quotes. */
export function textInExpression(text: string): string {
  return `"${escaped(text)}"`;
}

/** The same without its quotes, for a text that goes on. */
export function escaped(text: string): string {
  return withoutTemplates(text).replace(/["\\\u0000-\u001f\u007f]/g, (sign) => named.get(sign) ?? numbered(sign));
}

/** A text in which nothing begins a template. */
export const withoutTemplates = (text: string) => text.replace(/[$%](?=\{)/g, (sign) => sign + sign);

const numbered = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
