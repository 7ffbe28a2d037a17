/** The provider of a type of resources, by the name that it has in each stack. */
export const providerOf = (type: string): string => type.split("_")[0] ?? type;

/**
 * Whether a stack with these providers cannot take such a resource away. Only a block of its own says at which place one of these two looks:
 * kubernetes asks localhost without one, or the cluster that a pipeline runs in, and aws whatever region the environment names. The tenant
 * and the credentials of the others the environment has.
 */
export function isOutOfReach(type: string, providers: object): boolean {
  const provider = providerOf(type);
  return (provider === "aws" || provider === "kubernetes") && !Object.hasOwn(providers, provider);
}
