import type { PlacedAccess } from "../../../model/placed-access";
import type { Path } from "../../mistake";
import { readByOthers } from "../../states/private-folder";

/** Terraform writes states as files that everybody on the machine can read, unless their folder keeps others out. */
export function* openStates(file: PlacedAccess): Iterable<readonly [path: Path, sentence: string]> {
  const open = readByOthers(file);
  if (open.length === 0) return;
  yield [
    ["backend"],
    `keeps secrets in ${open.join(" and ")}, which others on this machine can read; make the folder its owner's alone: chmod 700`,
  ];
}
