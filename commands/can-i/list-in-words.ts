import type { AccessFile } from "../../config/load";
import { grantInWords, roleInWords } from "../rbac/in-words";
import { inColumns } from "../terminal/columns";
import type { Listed } from "./list";

const titles = ["Resources", "Non-Resource URLs", "Resource Names", "Verbs"];

/** The table of `kubectl auth can-i --list`. */
export function listInWords({ rules }: Listed): string {
  const rows = rules.map(({ resources, nonResourceURLs, resourceNames, verbs }) => [
    resources.join(" "),
    ...[nonResourceURLs, resourceNames, verbs].map((list) => `[${list.join(" ")}]`),
  ]);
  return inColumns([titles, ...rows]);
}

/** What the list cannot hold. */
export const listLacks = (file: AccessFile, { unknown, widened, byDefault, withoutGroups }: Listed): string[] => [
  ...unknown.map((grant) => `Warning: the list lacks what only the cluster knows: ${grantInWords(file, grant)}`),
  ...widened.map(
    (grant) => `Warning: the list lacks what OpenShift and its operators add: ${grantInWords(file, grant)}`,
  ),
  ...(byDefault.length === 0
    ? []
    : [
        `Warning: the list lacks what OpenShift gives everybody, unless the cluster took it away: ${byDefault.map(roleInWords).join(", ")}`,
      ]),
  ...(withoutGroups === null ? [] : [`Warning: the list has what everybody may, no grant applies: ${withoutGroups}`]),
];
