/** The provider of a type of resources, by the name that it has in each stack. */
export const providerOf = (type: string): string => type.split("_")[0] ?? type;

/**
 * Whether a provider's own block alone says at which place it looks: kubernetes asks localhost without one, or the cluster that a
 * pipeline runs in, and aws whatever region the environment names. The tenant and the credentials of the others the environment has.
 */
export const isPlacedByBlock = (provider: string): boolean => provider === "aws" || provider === "kubernetes";
