import { synth, type Block, type Synthesized } from "../../synth";

/** What the synthesized JSON says of a stack, read without the model. */
export interface SynthesizedStack {
  /** Workspace whose state it keeps. */
  readonly workspace: unknown;
  /** Workspaces whose states it reads. */
  readonly reads: readonly string[];
  /** Every stack that must be deployed before it, directly or by way of others. */
  readonly before: readonly string[];
  /** Settings of providers that only the machine of a person can fulfil. */
  readonly needsMachine: boolean;
}

/** Every stack of an access file whose states are in HCP Terraform, as `cdktf synth` writes it. */
export function synthesizedOrder(text: string): { program: Synthesized; stacks: Record<string, SynthesizedStack> } {
  const program = synth(text);
  const before = (stack: string): string[] =>
    (program.dependencies[stack] ?? []).flatMap((other) => [other, ...before(other)]);
  const entries = Object.entries(program.stacks).map(([name, stack]): [string, SynthesizedStack] => [
    name,
    {
      workspace: (stack["terraform"] as { cloud: { workspaces: Block } }).cloud.workspaces["name"],
      reads: remoteStates(stack).sort(),
      before: [...new Set(before(name))].sort(),
      needsMachine: /"(profile|exec|config_path)":/.test(JSON.stringify(stack["provider"])),
    },
  ]);
  return { program, stacks: Object.fromEntries(entries) };
}

function remoteStates(stack: Block): string[] {
  const data = (stack["data"] ?? {}) as Record<string, Record<string, Block> | undefined>;
  return Object.values(data["terraform_remote_state"] ?? {}).map(
    ({ config }) => (config as { workspaces: { name: string } }).workspaces.name,
  );
}
