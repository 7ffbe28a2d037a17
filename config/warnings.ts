import type { AccessFile } from "./load";
import { inOrder, written, type Located } from "./mistake";
import { emptyBreakGlass, reach } from "./warnings/conditional-access";
import { everySecret, openToOthers } from "./warnings/grants";
import { guestsWithoutName } from "./warnings/guests";
import { issuer, manyGroups, prefix, protection, username } from "./warnings/login";
import { outsideNamespaces } from "./warnings/roles";
import { clusterWithoutGrants, groupWithoutGrants } from "./warnings/unused";

const warnings = [
  issuer,
  username,
  prefix,
  manyGroups,
  protection,
  reach,
  emptyBreakGlass,
  guestsWithoutName,
  groupWithoutGrants,
  clusterWithoutGrants,
  openToOthers,
  everySecret,
  outsideNamespaces,
];

/** What works today and costs something later, each with its cost, in the order of the file. */
export function warningsOf({ access, source }: Pick<AccessFile, "access" | "source">): Located[] {
  return inOrder(
    warnings
      .flatMap((warning) => [...warning(access)])
      .map(([path, sentence]) => ({ position: source.locate(path), path: written(path), sentence })),
  );
}
