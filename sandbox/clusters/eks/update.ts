import { randomUUID } from "node:crypto";

/** ErrorDetail of the EKS API model. */
export interface UpdateError {
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly resourceIds: readonly string[];
}

/** Update of the EKS API model. */
export interface Update {
  readonly id: string;
  readonly status: "InProgress" | "Successful" | "Failed";
  readonly type: "AssociateIdentityProviderConfig" | "DisassociateIdentityProviderConfig";
  readonly params: readonly { readonly type: "IdentityProviderConfig"; readonly value: string }[];
  /** Seconds since 1970. */
  readonly createdAt: number;
  readonly errors: readonly UpdateError[];
}

/** @param provider name of the identity provider config */
export function newUpdate(type: Update["type"], provider: string): Update {
  // [guess] What the value looks like.
  const value = JSON.stringify([{ type: "oidc", name: provider }]);
  const params = [{ type: "IdentityProviderConfig", value }] as const;
  return { id: randomUUID(), status: "InProgress", type, params, createdAt: Date.now() / 1000, errors: [] };
}

/** The update once it is over. */
export function ended(update: Update, problem: string | undefined): Update {
  if (problem === undefined) return { ...update, status: "Successful" };
  // [doc] ErrorCode of the API model has nothing closer.
  return { ...update, status: "Failed", errors: [{ errorCode: "Unknown", errorMessage: problem, resourceIds: [] }] };
}
