import { byHand } from "./stack-by-hand";
import type { World } from "./world";

/** `terraform show -json` of a plan, as far as it is read here. */
interface Plan {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly change: { readonly actions: readonly string[] };
  }[];
}

/** What the next apply of a stack would do: each address that it touches and the actions, `delete+create` for a replacement. The plan is kept as `planned`. */
export async function planned(world: World, stack: string): Promise<Record<string, string>> {
  const { status, output } = await byHand(world, stack, ["plan", "-input=false", "-detailed-exitcode", "-out=planned"]);
  if (status === 0) return {};
  if (status !== 2) throw new Error(output);
  const shown = await byHand(world, stack, ["show", "-json", "planned"]);
  const { resource_changes: changes = [] } = JSON.parse(shown.output) as Plan;
  return Object.fromEntries(
    changes
      .map(({ address, change }) => [address, change.actions.join("+")] as const)
      .filter(([, actions]) => actions !== "no-op"),
  );
}
