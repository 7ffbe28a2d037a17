import type { ChangeOfFile } from "./deployed-file";
import type { FirstPlan } from "./outcome";
import type { PlannedChange } from "./planned-stack";

/** How many addresses are told. */
const most = 10;

/** What changes by itself when its time has come. */
const isDue = (address: string) => /^(time_|azuread_(application|service_principal)_password\.)/.test(address);

/**
 * What Terraform changes although both files have it alike: a change that was merged and never deployed, or one made by hand.
 * Who gains and loses by it, no comparison of files tells.
 *
 * @param foreseen what follows from both files
 * @param told stacks of which all was told to be new
 */
export function unexplainedLines(
  plans: ReadonlyMap<string, FirstPlan>,
  foreseen: ChangeOfFile["foreseen"],
  told: readonly string[],
): string[] {
  const found = [...plans].flatMap(([stack, plan]) => {
    if (!("changes" in plan) || told.includes(stack)) return [];
    const known = (foreseen.get(stack) ?? []).map(({ address }) => address);
    return plan.changes.filter((change) => !isExplained(change, known)).map(({ address }) => `${stack} ${address}`);
  });
  if (found.length === 0) return [];
  const more = found.length > most ? ` and ${String(found.length - most)} more` : "";
  return [
    `note: Terraform also changes what both files have alike: ${found.slice(0, most).join(", ")}${more}. It was not deployed, or somebody has changed it since. Who gains and loses by that is not told above.`,
  ];
}

function isExplained({ address }: PlannedChange, known: readonly string[]): boolean {
  if (isDue(address)) return true;
  return known.some(
    (one) => one === address || (one.endsWith("[*]") && address.startsWith(one.slice(0, -"*]".length))),
  );
}
