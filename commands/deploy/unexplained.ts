import type { ChangeOfFile } from "./deployed-file";
import type { FirstPlan } from "./outcome";
import type { PlannedChange } from "./planned-stack";

/** How many addresses are told. */
const most = 10;

/** What changes by itself when its time has come: a client secret, and what hands it on. */
const isDue = /^(?:time_\w+|azuread_application_password)\./;
const handsOn = /^(?:kubernetes_secret_v1|aws_secretsmanager_secret_version|rhcs_identity_provider|terraform_data)\./;

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
    const isNewSecret = plan.changes.some(({ address }) => isDue.test(address));
    const isExplained = ({ address }: PlannedChange) =>
      isDue.test(address) || (isNewSecret && handsOn.test(address)) || known.some((one) => holds(one, address));
    return plan.changes.filter((change) => !isExplained(change)).map(({ address }) => `${stack} ${address}`);
  });
  if (found.length === 0) return [];
  const more = found.length > most ? ` and ${String(found.length - most)} more` : "";
  return [
    `note: Terraform also changes what both files have alike: ${found.slice(0, most).join(", ")}${more}. It was not deployed, or somebody has changed it since. Who gains and loses by that is not told above.`,
  ];
}

/** `type.name[*]` holds each instance. */
const holds = (foreseen: string, address: string) =>
  foreseen === address || (foreseen.endsWith("[*]") && address.startsWith(foreseen.slice(0, -"*]".length)));
