import type { AddressChange, OutputChange } from "../../commands/report/clouds/address-change";
import { byHand } from "./stack-by-hand";
import type { World } from "./world";

/** `terraform show -json` of a plan, as far as it is read here. */
interface Plan {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly mode: "managed" | "data";
    readonly change: { readonly actions: readonly string[] };
  }[];
  readonly output_changes?: Readonly<Record<string, { readonly actions: readonly string[] }>>;
}

/** What a stack's next apply does, one line for each address and output: `replace azuread_group.devs`, `update output.issuer_url`. The plan is kept as `planned`. */
export async function plannedChanges(world: World, stack: string): Promise<string[]> {
  const { status, output } = await byHand(world, stack, ["plan", "-input=false", "-detailed-exitcode", "-out=planned"]);
  if (status === 0) return [];
  if (status !== 2) throw new Error(output);
  const shown = await byHand(world, stack, ["show", "-json", "planned"]);
  const { resource_changes: changes = [], output_changes: outputs = {} } = JSON.parse(shown.output) as Plan;
  return [
    ...changes
      .filter(({ mode, change }) => mode === "managed" && !change.actions.includes("no-op"))
      .map(({ address, change }) => `${actionIn(change.actions)} ${withoutId(address)}`),
    ...Object.entries(outputs)
      .filter(([, { actions }]) => !actions.includes("no-op"))
      .map(([name, { actions }]) => `${actionIn(actions)} output.${name}`),
  ].sort();
}

/** The same of what was foreseen. */
export function foreseenChanges(
  changes: { readonly addresses: readonly AddressChange[]; readonly outputs: readonly OutputChange[] } | undefined,
): string[] {
  return [
    ...(changes?.addresses ?? []).map(({ action, address }) => `${action} ${address}`),
    ...(changes?.outputs ?? []).map(({ action, name }) => `${action} output.${name}`),
  ].sort();
}

function actionIn(actions: readonly string[]): string {
  if (actions.length === 2) return "replace";
  return actions[0] === "delete" ? "destroy" : (actions[0] ?? "");
}

/** Nobody knows an object ID, or how many passwords there are, without the cloud. */
const withoutId = (address: string) => address.replace(/\[(\d+|"[\da-f]{8}-[\da-f-]{27}[^"]*")\]$/, "[*]");
