import type { Access } from "../../config/schema/access";
import { own } from "../own";
import { mapsBy } from "./openshift";

/** Of these clusters, those whose OAuth server lets in only people for whom somebody made a user beforehand. */
export const lookupAmong = ({ clusters }: Pick<Access, "clusters">, keys: readonly string[]): string[] =>
  keys.filter((key) => mapsBy(own(clusters, key), "lookup"));
