/** What Terraform does with a resource; a replacement destroys and creates, and `forget` leaves it in the cloud. */
export const actions = ["create", "update", "replace", "destroy", "forget"] as const;

export type Action = (typeof actions)[number];

export interface AddressChange {
  /** As Terraform writes it; `[*]` at the end for resources whose keys only the cloud knows. */
  readonly address: string;
  readonly action: Action;
  /** Arguments that change, or what it follows; none for what comes or goes. */
  readonly because: readonly string[];
  /** Whether Terraform refuses, since the resource is protected. */
  readonly refused: boolean;
}

export interface OutputChange {
  readonly name: string;
  readonly action: "create" | "update" | "destroy";
}

/** A stack of which something changes when it is deployed. */
export interface StackChange {
  readonly stack: string;
  readonly isNew: boolean;
  readonly addresses: readonly AddressChange[];
  readonly outputs: readonly OutputChange[];
}
