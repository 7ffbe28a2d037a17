import type { Access } from "../../config/schema/access";
import { lookupAmong } from "../../model/clusters/lookup-clusters";

/** What an answer about these clusters rests on, as sentences. */
export const lookupNotes = (access: Pick<Access, "clusters">, keys: readonly string[]): string[] =>
  lookupAmong(access, keys).map(
    (key) =>
      `On ${key} the answer holds only if a User, an Identity and a UserIdentityMapping were made for the person: its mappingMethod is lookup`,
  );
