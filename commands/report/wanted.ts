import type { AccessFile } from "../../config/load";
import { given } from "../../config/mistake";
import { NoAnswer } from "../../config/no-answer";
import { didYouMean } from "../../config/text/suggestion";
import { own } from "../../model/own";
import type { Report } from "../../model/rbac/report";
import type { ReportFilter } from "../../model/rbac/report-filter";
import { absentCluster } from "../clusters/known-cluster";
import { suggestedPerson } from "../users/known-person";

export interface FilterOptions {
  /** @default - everybody */
  readonly person?: readonly string[] | undefined;
  /** @default - every group */
  readonly group?: readonly string[] | undefined;
  /** @default - every cluster */
  readonly cluster?: readonly string[] | undefined;
  /** @default - every role */
  readonly role?: readonly string[] | undefined;
  /** @default - everywhere */
  readonly namespace?: readonly string[] | undefined;
}

/**
 * What of a report is wanted.
 *
 * @throws NoAnswer if something wanted is not in the file
 */
export function wanted({ access, name }: AccessFile, report: Report, options: FilterOptions): ReportFilter {
  const { grants, clusters, holders } = report;
  const person = options.person?.map((one) => one.toLowerCase());
  const namespaces = grants.flatMap((grant) => grant.namespaces ?? []);
  refuseUnknown(name, "--person", person, () =>
    holders.filter(({ kind }) => kind === "person" || kind === "guest").map((one) => one.name),
  );
  refuseUnknown(name, "--group", options.group, () => Object.keys(access.groups));
  const absent = options.cluster?.find((key) => own(access.clusters, key)?.state === "absent");
  if (absent !== undefined) throw new NoAnswer(absentCluster(absent));
  refuseUnknown(name, "--cluster", options.cluster, () => clusters);
  refuseUnknown(name, "--role", options.role, () => grants.map(({ role }) => role.name));
  refuseUnknown(name, "--namespace", options.namespace, () => namespaces);
  const { group: groups, cluster, role: roles, namespace } = options;
  return { holders: person, groups, clusters: cluster, roles, namespaces: namespace };
}

function refuseUnknown(
  file: string,
  option: string,
  values: readonly string[] = [],
  known: () => readonly string[],
): void {
  if (values.length === 0) return;
  const names = new Set(known());
  const unknown = values.find((value) => !names.has(value));
  if (unknown === undefined) return;
  const hint = (option === "--person" ? suggestedPerson : didYouMean)(unknown, [...names]);
  const what = option.replace("--", "");
  throw new NoAnswer(
    `${option} must be a ${what} of ${file}, got ${given(unknown) ?? ""}${hint === undefined ? "" : `; ${hint}`}`,
  );
}
