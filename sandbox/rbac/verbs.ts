/** What Kubernetes does with objects, the weakest first. */
export const verbs: readonly string[] = [
  "get",
  "list",
  "watch",
  "create",
  "update",
  "patch",
  "delete",
  "deletecollection",
];

/** How much a verb lets do; those for one resource alone, such as impersonate, let do the most. */
export function strength(verb: string): number {
  const index = verbs.indexOf(verb);
  return index < 0 ? verbs.length : index;
}
