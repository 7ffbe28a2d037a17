import { cloudChanges, type CloudChanges } from "../../../../commands/report/clouds/cloud-changes";
import { synthesize } from "../../../../main";
import { accessOf } from "../../../access-text";
import { directory } from "../../../synth";

/** What one access file changes after another. */
export function compared(before: string | undefined, after: string): CloudChanges {
  const placed = (text: string) => ({ access: accessOf(text), directory });
  return cloudChanges(before === undefined ? undefined : placed(before), placed(after), synthesize);
}

/** Each address with what happens to it, and each output: `rbac-prod update kubernetes_role_v1.logs`. */
export function addressesOf({ stacks }: CloudChanges): string[] {
  return stacks.flatMap(({ stack, addresses, outputs }) => [
    ...addresses.map(({ action, address }) => `${stack} ${action} ${address}`),
    ...outputs.map(({ action, name }) => `${stack} ${action} output.${name}`),
  ]);
}
