import { textInExpression } from "./text-in-expression";

/** What Terraform evaluates. Only `expression`, `reference`, `joined` and `quoted` make one, so a text is never taken for code. */
export class Expression {
  /** @param code as it stands inside `${}` */
  constructor(readonly code: string) {}

  /** As a whole string of Terraform's JSON: `${…}`. */
  get template(): string {
    return `\${${this.code}}`;
  }
}

/** What can be put into an expression: code as it is, everything else as a value of Terraform. */
export type Value =
  Expression | string | number | boolean | null | undefined | readonly Value[] | { readonly [key: string]: Value };

/** An expression: what is written out is code, what is put in is a value. A text is quoted here, so leave its quotes out. */
export function expression(code: TemplateStringsArray, ...values: readonly Value[]): Expression {
  const inserted = values.map((value, index) => {
    const before = code.slice(0, index + 1).join("");
    if ((before.match(/"/g) ?? []).length % 2 === 1) throw new Error(`${before} is inside quotes; use quoted`);
    return asCode(value);
  });
  return new Expression(String.raw({ raw: code }, ...inserted));
}

/** A path of names: the address of a resource, or an attribute of an expression. */
export function reference(first: Expression | string, ...names: readonly string[]): Expression {
  const start = first instanceof Expression ? first.code : named(first);
  return new Expression([start, ...names.map(named)].join("."));
}

/** Expressions beside each other: arguments, elements, or conditions. */
export function joined(expressions: readonly Expression[], separator: ", " | " && " = ", "): Expression {
  return new Expression(expressions.map(({ code }) => code).join(separator));
}

function named(name: string): string {
  if (/^[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*)*$/.test(name)) return name;
  throw new Error(`${JSON.stringify(name)} is no name in Terraform; put it in as a value`);
}

function asCode(value: Value): string {
  if (value instanceof Expression) return value.code;
  if (typeof value === "string") return textInExpression(value);
  if (typeof value !== "object" || value === null) return String(value ?? null);
  if (isList(value)) return `[${value.map(asCode).join(",")}]`;
  const entries = Object.entries(value).filter(([, inside]) => inside !== undefined);
  return `{${entries.map(([key, inside]) => `${textInExpression(key)}:${asCode(inside)}`).join(",")}}`;
}

// Array.isArray does not tell a readonly list from a map.
const isList = (value: object): value is readonly Value[] => Array.isArray(value);
