import type { State } from "../../config/states/state";
import { isOutOfReach, providerOf } from "../../model/terraform/provider-of";
import type { Failure } from "./failure";

/**
 * Why Terraform must not be run on a stack: its state holds what a provider has made that its Terraform configures no more. Such
 * a provider takes its place from the environment, or none: kubernetes asks localhost, or the cluster that a pipeline runs in.
 *
 * @param configuration text of its Terraform
 */
export function outOfReach(stack: string, configuration: string, state: State | undefined): Failure | undefined {
  const { provider = {} } = JSON.parse(configuration) as { readonly provider?: object };
  const left = (state?.resources ?? []).filter(({ mode, type }) => mode === "managed" && isOutOfReach(type, provider));
  const [first] = left;
  if (first === undefined) return undefined;
  const addresses = left.map(({ type, name }) => `${type}.${name}`);
  return {
    stack,
    advice: `The state of ${stack} still holds ${addresses.join(", ")}, which its Terraform does not reach any more. Put the access file back as it was, run npx entra-eks destroy ${stack}, then change it.`,
    terraform: `Not run: the provider ${providerOf(first.type)} is not configured.`,
  };
}
