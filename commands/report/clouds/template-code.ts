/** A name with what follows it, `local.people["ada@contoso.com"]` as `["local", ".people", '["ada@contoso.com"]']`. */
export type Path = readonly [root: string, ...rest: string[]];

const start = /[A-Za-z_][\w-]*/y;
const next = /\.[A-Za-z_][\w-]*|\[\*\]|\[\d+\]|\["(?:[^"\\$%]|\\.)*"\]/y;

/**
 * A string of Terraform's JSON in which every path that is evaluated is written anew; texts stay.
 *
 * @param written what stands for a path instead; `undefined` keeps it
 */
export function rewritten(template: string, written: (path: Path) => string | undefined): string {
  return new Rewriting(template, written).text();
}

class Rewriting {
  private at = 0;

  constructor(
    private readonly source: string,
    private readonly written: (path: Path) => string | undefined,
  ) {}

  /** Text up to the end, or up to the quote that ends it. */
  text(inQuotes = false): string {
    let result = "";
    while (this.at < this.source.length) {
      if (inQuotes && this.source.startsWith('"', this.at)) return result;
      if (inQuotes && this.source.startsWith("\\", this.at)) result += this.take(2);
      else if (/^[$%]{2}\{/.test(this.source.slice(this.at, this.at + 3))) result += this.take(3);
      else if (this.source.startsWith("${", this.at)) result += this.take(2) + this.code() + this.take(1);
      else result += this.take(1);
    }
    return result;
  }

  /** Code up to the brace that ends it. */
  private code(): string {
    let result = "";
    while (this.at < this.source.length && !this.source.startsWith("}", this.at)) {
      if (this.source.startsWith("{", this.at)) result += this.take(1) + this.code() + this.take(1);
      else if (this.source.startsWith('"', this.at)) result += this.take(1) + this.text(true) + this.take(1);
      else result += this.path(result) ?? this.take(1);
    }
    return result;
  }

  private path(before: string): string | undefined {
    if (/[\w.]$/.test(before)) return undefined;
    const root = this.match(start);
    if (root === undefined) return undefined;
    const rest: string[] = [];
    for (let found = this.match(next); found !== undefined; found = this.match(next)) rest.push(found);
    const path: Path = [root, ...rest];
    return this.written(path) ?? path.join("");
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.source) ?? [];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private take(length: number): string {
    this.at += length;
    return this.source.slice(this.at - length, this.at);
  }
}
