import type { StackChange } from "./address-change";

/** What Terraform refuses to do, a sentence each with the way out. */
export function refusalsOf(stacks: readonly StackChange[]): string[] {
  return stacks.flatMap(({ stack, addresses }) =>
    addresses
      .filter(({ refused }) => refused)
      .map(({ address }) => {
        const isAssociation = address.startsWith("aws_eks_identity_provider_config.");
        const way = isAssociation ? "add allow: [replace-association]" : "set login.protect: false";
        return `Terraform refuses to replace ${address} of ${stack}, which is protected. If you want that, ${way} for this deployment.`;
      }),
  );
}
