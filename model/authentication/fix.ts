import type { Access } from "../../config/schema/access";
import type { JsonNode } from "./json-node";
import type { RefusalProps } from "./refusal";

/** How a refused token becomes an accepted one. */
export interface Fix {
  /** In whose hands it lies. */
  readonly by: "person" | "operator" | "Entra administrator";
  readonly sentence: string;
  /**
   * The place in the access file that has to change.
   *
   * @default - the file is right
   */
  readonly at?: readonly (string | number)[];
}

export interface FixProps {
  readonly access: Pick<Access, "tenant" | "login" | "attributes" | "clusters">;
  /** Key of the cluster. */
  readonly cluster: string;
  readonly refusal: RefusalProps;
  readonly claims: ReadonlyMap<string, JsonNode>;
}

/** Where a kubeconfig comes from anew. */
export const newKubeconfig =
  "Replace your kubeconfig with the one that npx entra-eks kubeconfig prints, and sign in again.";
