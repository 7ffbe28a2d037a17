import type { Access } from "../../config/schema/access";
import type { HeldAccess } from "../../model/rbac/access-of";

/** How the kubeconfig comes to the person: with the page, in a safe way since it holds a secret, or on request. */
export type Delivery = { readonly kubeconfig: string } | "safely" | "on request";

/** What a new colleague needs to know. */
export interface Welcome {
  readonly access: Access;
  /** The name in the access file, in lower case: user principal name, or mail address of a guest. */
  readonly person: string;
  /** The clusters that the person may do something on. */
  readonly held: readonly HeldAccess[];
  readonly delivery: Delivery;
}
