import { own } from "../../../model/own";
import type { Block, Program, StackText } from "./program";
import { blockOf } from "./program";
import { rewritten, type Path } from "./template-code";

/**
 * Locals that hold whom the directory knows, by name. In which batches people are looked up, and who else is, changes
 * nobody's object ID.
 */
const lookups: ReadonlySet<string> = new Set(["people", "found_people", "found_guests", "members_by_mail", "there"]);

/** What tells resources of one program from those of another. */
export interface Identities {
  /** Whether a resource is another one than in the program before, so that what the cloud chose for it is too. */
  readonly isNew: (stack: string, address: string) => boolean;
  /** The group of the program before that a lookup finds: one that was let go and is looked up by its name from now on. */
  readonly sameGroup: (stack: string, key: string) => boolean;
  /** Whether the directory knows somebody only from now on. */
  readonly comes: (person: string) => boolean;
}

/** A list of names that are looked up. */
const lookedUp = /(?<=for name in )\[[^\]]*\](?= : (?:name => )?directory\[name\])/g;

/** What follows the name of somebody who comes. */
export const comesNow = " comes";

/** Values of a program as texts that are equal if the values are: each reference stands as what it comes from. */
export class StackValues {
  private readonly known = new Map<string, string>();

  constructor(
    private readonly program: Program,
    private readonly identities: Identities,
  ) {}

  /** A value of a stack, which may hold references. */
  text(stack: StackText, value: unknown): string {
    if (typeof value === "string") return JSON.stringify(this.code(stack, value));
    if (Array.isArray(value)) return `[${value.map((inside) => this.text(stack, inside)).join(",")}]`;
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    const entries = Object.entries(value)
      .filter(([key]) => key !== "//")
      .map(([key, inside]) => `${this.text(stack, key)}:${this.text(stack, inside)}`);
    return `{${entries.sort().join(",")}}`;
  }

  private code(stack: StackText, template: string): string {
    const marked = (name: string) => (this.identities.comes(name) ? `${name}${comesNow}` : name);
    return rewritten(template, (path) => this.source(stack, path)).replace(lookedUp, (list) =>
      JSON.stringify((JSON.parse(list) as string[]).map(marked)),
    );
  }

  private source(stack: StackText, path: Path): string | undefined {
    const [root, first = "", ...rest] = path;
    if (root === "local") return this.local(stack, first.slice(1), rest);
    if (root === "data") return this.data(stack, path);
    const address = `${root}${first}`;
    const resource = stack.resources.get(address);
    return resource === undefined ? undefined : this.attribute(stack, address, resource, rest);
  }

  private local(stack: StackText, name: string, rest: readonly string[]): string {
    if (lookups.has(name)) return ["directory", ...rest].join("");
    return this.inside(stack, `local.${name}`, own(stack.locals, name), rest);
  }

  private data(stack: StackText, [, type = "", name = "", ...rest]: Path): string {
    const address = `${type.slice(1)}${name}`;
    const [outputs, output = "", ...inside] = rest;
    if (type === ".terraform_remote_state" && outputs === ".outputs") {
      const owner = this.program.get(name.slice(1));
      const value = owner?.outputs.get(output.slice(1));
      if (owner !== undefined) return this.inside(owner, `output.${output.slice(1)}`, value, inside);
    }
    const group = name.slice(1);
    if (rest.join("").endsWith(".object_id") && this.identities.sameGroup(stack.name, group)) {
      return `<${stack.name} azuread_group.${group}>.object_id`;
    }
    const asked = Object.entries(blockOf(stack.data.get(address))).filter(([argument]) => argument !== "lifecycle");
    return `<${type.slice(1)} ${this.once(stack, `data.${address}`, asked)}>${rest.join("")}`;
  }

  /** An attribute of a resource: what its block says, or what the cloud chose when it was made. */
  private attribute(stack: StackText, address: string, resource: Block, rest: readonly string[]): string {
    const [attribute = "", ...inside] = rest;
    const name = attribute.slice(1);
    const several = "for_each" in resource || "count" in resource;
    if (!several && Object.hasOwn(resource, name) && !ignores(resource).has(name)) {
      return this.inside(stack, `${address}.${name}`, own(resource, name), inside);
    }
    const which = this.identities.isNew(stack.name, address) ? "new " : "";
    return `<${which}${stack.name} ${address}>${rest.join("")}`;
  }

  /** An element of a value where it can be told, so that another element that changes does not count. */
  private inside(stack: StackText, name: string, value: unknown, rest: readonly string[]): string {
    const [first, ...others] = rest;
    const key = first?.startsWith('["') === true ? (JSON.parse(first.slice(1, -1)) as string) : first?.slice(1);
    if (key !== undefined && typeof value === "object" && value !== null && Object.hasOwn(value, key)) {
      return this.inside(stack, `${name}.${key}`, own(value as Block, key), others);
    }
    return `(${this.once(stack, name, value)})${rest.join("")}`;
  }

  private once(stack: StackText, name: string, value: unknown): string {
    const key = `${stack.name} ${name}`;
    const text = this.known.get(key) ?? this.text(stack, value);
    this.known.set(key, text);
    return text;
  }
}

/** Names of arguments whose changes a resource ignores; `all` for every one. */
export function ignores(resource: Block): ReadonlySet<string> {
  const { ignore_changes: ignored = [] } = blockOf(resource["lifecycle"]);
  return new Set(typeof ignored === "string" ? [ignored, ...Object.keys(resource)] : (ignored as readonly string[]));
}
