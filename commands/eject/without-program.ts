import { withoutDeployCommands } from "../../model/terraform/deploy-command";
import type { Flavour } from "../../model/terraform/flavour";

export const binaryOf = (flavour: Flavour) => (flavour === "opentofu" ? "tofu" : "terraform");

export interface Ejected {
  readonly flavour: Flavour;
  /** The folders that there are. */
  readonly stacks: readonly string[];
}

/** Has the messages of a stack name Terraform's commands instead of this program's. What the access file has written stays as it is. */
export function withoutProgram(block: unknown, ejected: Ejected): unknown {
  if (Array.isArray(block)) return block.map((one) => withoutProgram(one, ejected));
  if (typeof block !== "object" || block === null) return block;
  // Of a key that only sounds so, a tag say, no condition is beside.
  const isCheck = Object.hasOwn(block, "condition");
  const entries = Object.entries(block).map(([key, value]: [string, unknown]) => [
    key,
    isCheck && key === "error_message" && typeof value === "string"
      ? message(value, ejected)
      : withoutProgram(value, ejected),
  ]);
  return Object.fromEntries(entries) as unknown;
}

function message(text: string, { flavour, stacks }: Ejected): string {
  const apply = `${binaryOf(flavour)} apply in`;
  const terraforms = withoutDeployCommands(text, (names) => {
    if (names === "all") return `${apply} one folder after the other, in the order of README.md`;
    return `${apply} ${names.filter((name) => stacks.includes(name)).join(", then in ")}`;
  });
  return terraforms.replace(/,? npx entra-eks [^"}]*$/, "");
}
