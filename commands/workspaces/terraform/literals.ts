import { withoutTemplates } from "../../../constructs/terraform/text-in-expression";

/** A text of JSON is one of HCL, but for what begins a template. */
export const text = (value: string) => withoutTemplates(JSON.stringify(value));
/** A list of texts, on one line. */
export const list = (values: readonly string[]) => `[${values.map(text).join(", ")}]`;
/** An object of attributes, on one line. */
export const inBraces = (attributes: readonly string[]) =>
  attributes.length === 0 ? "{}" : `{ ${attributes.join(", ")} }`;

/** As `terraform fmt` puts attributes under each other. */
export function aligned(attributes: readonly (readonly [name: string, value: string])[]): string[] {
  const width = Math.max(0, ...attributes.map(([name]) => name.length));
  return attributes.map(([name, value]) => `    ${name.padEnd(width)} = ${value}`);
}
