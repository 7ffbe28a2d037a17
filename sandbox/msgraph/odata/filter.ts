import { badRequest } from "../graph-error";
import { isObject, type JsonObject, listAt } from "../json";
import { compare, isComparison } from "./comparison";
import { TokenReader } from "./token-reader";

/** Whether an object, or one element of a list in it, is wanted. */
type Predicate = (object: JsonObject, element?: unknown) => boolean;

export interface Filter {
  matches(object: JsonObject): boolean;
  /** Whether it needs `ConsistencyLevel: eventual`. */
  readonly advanced: boolean;
}

/** Throws if there is no such property. */
type PropertyCheck = (name: string) => void;

/** Reads a `$filter`: learn.microsoft.com/graph/filter-query-parameter */
export function parseFilter(filter: string, checkProperty: PropertyCheck): Filter {
  const parser = new FilterParser(filter, checkProperty);
  const matches = parser.whole();
  return { matches: (object) => matches(object), advanced: parser.advanced };
}

class FilterParser {
  advanced = false;
  private readonly tokens: TokenReader;

  constructor(
    filter: string,
    private readonly checkProperty: PropertyCheck,
  ) {
    this.tokens = new TokenReader(filter);
  }

  whole(): Predicate {
    const predicate = this.alternatives();
    this.tokens.end();
    return predicate;
  }

  private alternatives(variable?: string): Predicate {
    const parts = [this.conjunction(variable)];
    while (this.tokens.skipWord("or")) parts.push(this.conjunction(variable));
    return (object, element) => parts.some((part) => part(object, element));
  }

  private conjunction(variable?: string): Predicate {
    const parts = [this.condition(variable)];
    while (this.tokens.skipWord("and")) parts.push(this.condition(variable));
    return (object, element) => parts.every((part) => part(object, element));
  }

  private condition(variable?: string): Predicate {
    if (this.tokens.skipWord("not")) {
      this.advanced = true;
      const negated = this.condition(variable);
      return (object, element) => !negated(object, element);
    }
    if (this.tokens.peek()?.kind === "open") return this.tokens.inParentheses(() => this.alternatives(variable));
    const word = this.tokens.take("word").value;
    if (this.tokens.peek()?.kind === "open") return this.functionCall(word, variable);
    return this.comparison(word, variable);
  }

  private functionCall(name: string, variable?: string): Predicate {
    const [, list, quantifier] = /^(.+)\/(any|all)$/.exec(name) ?? [];
    if (list !== undefined) return this.quantified(list, quantifier === "any");
    const lower = name.toLowerCase();
    if (!["startswith", "endswith", "contains"].includes(lower)) {
      throw badRequest(`Invalid filter clause: An unknown function with name '${name}' was found.`, "BadRequest");
    }
    const [property, wanted] = this.tokens.inParentheses(() => {
      const first = this.tokens.take("word").value;
      this.tokens.take("comma");
      return [first, String(this.tokens.literal()).toLowerCase()] as const;
    });
    const read = this.reader(property, variable);
    if (lower === "contains") {
      // [doc] directory objects do not support it
      throw badRequest(
        `Invalid filter clause: The 'contains' function is not supported for property '${property}'.`,
        "Request_UnsupportedQuery",
      );
    }
    if (lower === "endswith") this.advanced = true;
    return (object, element) => {
      const value = read(object, element);
      if (typeof value !== "string") return false;
      return lower === "startswith" ? value.toLowerCase().startsWith(wanted) : value.toLowerCase().endsWith(wanted);
    };
  }

  private quantified(list: string, any: boolean): Predicate {
    this.checkProperty(list);
    const holds = this.tokens.inParentheses(() => {
      const variable = this.tokens.take("word").value;
      this.tokens.take("colon");
      return this.alternatives(variable);
    });
    return (object) => {
      const test = (element: unknown) => holds(object, element);
      return any ? listAt(object, list).some(test) : listAt(object, list).every(test);
    };
  }

  private comparison(property: string, variable?: string): Predicate {
    const read = this.reader(property, variable);
    const operator = this.tokens.take("word").value.toLowerCase();
    if (operator === "in") return this.oneOf(read);
    if (!isComparison(operator)) throw this.tokens.syntaxError();
    if (operator === "ne") this.advanced = true;
    const wanted = this.tokens.literal();
    return (object, element) => compare(operator, read(object, element), wanted);
  }

  private oneOf(read: (object: JsonObject, element: unknown) => unknown): Predicate {
    const values = this.tokens.inParentheses(() => {
      const found = [this.tokens.literal()];
      while (this.tokens.peek()?.kind === "comma") {
        this.tokens.take("comma");
        found.push(this.tokens.literal());
      }
      return found;
    });
    if (values.length > 15) {
      // [seen]
      throw badRequest(
        `Too many child clauses specified in search filter expression containing 'OR' operators: ${values.length}. Max allowed: 15.`,
        "Request_UnsupportedQuery",
      );
    }
    return (object, element) => values.some((value) => compare("eq", read(object, element), value));
  }

  private reader(property: string, variable?: string): (object: JsonObject, element: unknown) => unknown {
    const [head = "", ...rest] = property.split("/");
    const below = (value: unknown) => rest.reduce((at, key) => (isObject(at) ? at[key] : undefined), value);
    if (head === variable) return (_, element) => below(element);
    this.checkProperty(head);
    return (object) => below(object[head]);
  }
}
