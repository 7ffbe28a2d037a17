import { guid } from "../config/schema/names";
import { namedOwners } from "../model/people";
import type { DirectoryPeople } from "./directory-people";

/**
 * The object IDs of owners, people by name before others, as an expression without `${}`.
 *
 * @param people where names are looked up; nowhere if there are none
 */
export function listedOwners(owners: readonly string[], people: DirectoryPeople | undefined): string {
  const ids = JSON.stringify(owners.filter((owner) => guid.test(owner)));
  const names = namedOwners(owners);
  return people === undefined || names.length === 0 ? ids : `concat(${people.objectIds(names)}, ${ids})`;
}

/**
 * A precondition: otherwise there could be fewer owners than the access file names, or none.
 *
 * @param unknown names that nobody in the directory has, as an expression without `${}`
 * @param owned what is owned, such as `the login application`
 * @param path where the owners stand in the access file
 */
export function ownersAreFound(unknown: string, owned: string, path: string) {
  return {
    condition: `\${length(${unknown}) == 0}`,
    error_message: `The directory does not know these owners of ${owned}: \${join(", ", ${unknown})}. Correct ${path} in the access file.`,
  };
}
