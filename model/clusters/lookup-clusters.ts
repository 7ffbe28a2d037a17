import type { Access } from "../../config/schema/access";
import { own } from "../own";
import { hasOAuthServer } from "./openshift";

/** Of these clusters, those whose OAuth server lets in only people for whom somebody made a user beforehand. */
export const lookupAmong = ({ clusters }: Pick<Access, "clusters">, keys: readonly string[]): string[] =>
  keys.filter((key) => {
    const cluster = own(clusters, key);
    return hasOAuthServer(cluster) && cluster?.openshift?.mappingMethod === "lookup";
  });
