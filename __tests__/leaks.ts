import type { Block, Synthesized } from "./synth";

/** Attributes that hold a secret, by the type of their resource. */
const secretAttributes: Readonly<Record<string, readonly string[]>> = {
  azuread_application_password: ["value"],
  azuread_service_principal_password: ["value"],
  azuread_user: ["password"],
  msgraph_resource_action: ["body"],
  terraform_data: ["triggers_replace"],
};

/** A secret may go where Terraform keeps nothing: write-only arguments. */
const writeOnly = /_wo$/;

const resource = /(?<![\w.])([a-z]\w*)\.([\w-]+)((?:\[[^\]]*\])*)(?:\.(\w+))?/g;
const remote = /data\.terraform_remote_state\.([\w-]+)\.outputs(?:\.(\w+)|\["([\w-]+)"\])?/g;

/**
 * Follows each secret through every stack: from the attributes that hold one, through locals and outputs, into the
 * remote states of other stacks. A reference to a whole resource counts as one to its secret.
 *
 * @returns each place that sees a secret and must not, as `portal output.helm_values`
 */
export function leaksOf({ stacks }: Pick<Synthesized, "stacks">): string[] {
  const seen = new Set<string>();
  let before: number;
  do {
    before = seen.size;
    for (const [name, stack] of Object.entries(stacks)) {
      for (const [path, text] of texts(stack)) if (holdsSecret(text, name, seen)) seen.add(`${name} ${place(path)}`);
    }
  } while (seen.size > before);
  return [...seen].filter((found) => !/^\S+ (locals\.|resource\..*_wo$)/.test(found)).sort();
}

/** A local or an output by its name, an argument of a resource by the last name that says whether it is write-only. */
function place(path: readonly string[]): string {
  const [kind] = path;
  if (kind === "locals" || kind === "output") return path.slice(0, 2).join(".");
  const end = path.findIndex((part) => writeOnly.test(part));
  return (end < 0 ? path : path.slice(0, end + 1)).join(".");
}

function holdsSecret(text: string, stack: string, seen: ReadonlySet<string>): boolean {
  for (const [, type = "", name = "", , attribute] of text.matchAll(resource)) {
    if (type === "local" && seen.has(`${stack} locals.${name}`)) return true;
    const secret = secretAttributes[type];
    if (secret !== undefined && (attribute === undefined || secret.includes(attribute))) return true;
  }
  for (const [, owner = "", named, quoted] of text.matchAll(remote)) {
    const output = named ?? quoted;
    const leaked = [...seen].filter((found) => found.startsWith(`${owner} output.`));
    if (output === undefined ? leaked.length > 0 : leaked.includes(`${owner} output.${output}`)) return true;
  }
  return false;
}

/** Every text of a block that Terraform evaluates, with the keys that lead to it. */
function* texts(value: unknown, path: readonly string[] = []): Generator<readonly [readonly string[], string]> {
  if (typeof value === "string") {
    if (value.includes("${")) yield [path, value];
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, inside] of Object.entries(value as Block)) {
    if (key === "//") continue;
    yield* texts(inside, [...path, key]);
  }
}
