import type { PlacedAccess } from "../../../model/placed-access";
import { readByOthers } from "../../states/private-folder";
import type { FoundAt } from "../warning";

/** Terraform writes states as files that everybody on the machine can read, unless their folder keeps others out. */
export function* openStates(file: PlacedAccess): Iterable<FoundAt> {
  const open = readByOthers(file);
  if (open.length === 0) return;
  yield [
    ["backend"],
    `keeps secrets in ${open.join(" and ")}, which others on this machine can read`,
    "Let only its owner into the folder: chmod 700.",
  ];
}
