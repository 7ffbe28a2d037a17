import type { Phase } from "../../sandbox/terraform/deployment";

const association = "waits for the association: seconds here, 20 to 40 minutes in AWS";
const entra = "the azuread provider waits until Entra shows each change";

/** What takes the time when a stack is applied or destroyed; empty if nothing waits. */
export function waitOf(stack: string, phase: Phase): string {
  if (phase !== "apply" && phase !== "destroy") return "";
  if (stack.startsWith("eks-")) return association;
  return stack.startsWith("rbac-") ? "" : entra;
}
