import { guid } from "../../config/schema/names";
import { namedOwners } from "../../model/users/people";
import { expression, type Expression } from "../terraform/expression";
import { template } from "../terraform/template";
import type { DirectoryPeople } from "../users/directory-people";

/**
 * The object IDs of owners, people by name before others.
 *
 * @param people where names are looked up; nowhere if there are none
 */
export function listedOwners(owners: readonly string[], people: DirectoryPeople | undefined): Expression {
  const ids = expression`${owners.filter((owner) => guid.test(owner))}`;
  const names = namedOwners(owners);
  return people === undefined || names.length === 0 ? ids : expression`concat(${people.objectIds(names)}, ${ids})`;
}

/**
 * A precondition: otherwise there could be fewer owners than the access file names, or none.
 *
 * @param unknown names that nobody in the directory has
 * @param owned what is owned, such as `the login application`
 * @param path where the owners stand in the access file
 */
export function ownersAreFound(unknown: Expression, owned: string, path: string) {
  return {
    condition: expression`length(${unknown}) == 0`.template,
    error_message: template`The directory does not know these owners of ${owned}: ${expression`join(", ", ${unknown})`}. Correct ${path} in the access file.`,
  };
}
