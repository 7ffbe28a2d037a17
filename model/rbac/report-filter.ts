import type { Access } from "../../config/schema/access";
import { levelIn } from "./level";
import type { Report, ReportGrant, ReportHolder, ReportHolding } from "./report";

/** What of a report is wanted; each list is an "or", several lists are an "and". */
export interface ReportFilter {
  /**
   * Names of people, in lower case, or keys of groups whose members the file does not know.
   *
   * @default - all
   */
  readonly holders?: readonly string[] | undefined;
  /**
   * Keys of groups: the one that the grant names, or the one that lists the person.
   *
   * @default - all
   */
  readonly groups?: readonly string[] | undefined;
  /**
   * Keys of clusters.
   *
   * @default - all
   */
  readonly clusters?: readonly string[] | undefined;
  /**
   * Names of roles.
   *
   * @default - all
   */
  readonly roles?: readonly string[] | undefined;
  /**
   * What holds in one of these; what holds on the whole cluster holds there too.
   *
   * @default - everywhere
   */
  readonly namespaces?: readonly string[] | undefined;
}

/** The part of a report that is wanted. Who holds nothing of it is left out, unless only people are asked for. */
export function filtered(access: Pick<Access, "roles">, report: Report, filter: ReportFilter): Report {
  const { holders, groups, clusters, roles, namespaces } = filter;
  const grants = new Map<ReportGrant, ReportGrant>();
  for (const grant of report.grants) {
    if (!wanted(clusters, grant.cluster) || !wanted(roles, grant.role.name)) continue;
    const narrowed = within(access, grant, namespaces);
    if (narrowed !== undefined) grants.set(grant, narrowed);
  }
  const ofGroups = ({ grant, listedIn }: ReportHolding) => wanted(groups, grant.group) || wanted(groups, listedIn);
  const onlyPeople = [groups, clusters, roles, namespaces].every((list) => list === undefined);
  const kept = report.holders.flatMap((holder): ReportHolder[] => {
    if (!wanted(holders, holder.name)) return [];
    const held = holder.held.flatMap((holding) => {
      const grant = grants.get(holding.grant);
      return grant === undefined || !ofGroups(holding) ? [] : [{ ...holding, grant }];
    });
    return held.length > 0 || onlyPeople ? [{ ...holder, held }] : [];
  });
  const used = new Set(kept.flatMap(({ held }) => held.map(({ grant }) => grant)));
  const unheld = holders === undefined && groups === undefined;
  return {
    clusters: report.clusters.filter((key) => wanted(clusters, key)),
    grants: [...grants.values()].filter((grant) => used.has(grant) || unheld),
    holders: kept,
  };
}

const wanted = (list: readonly string[] | undefined, name: string) => list?.includes(name) ?? true;

function within(
  access: Pick<Access, "roles">,
  grant: ReportGrant,
  namespaces: readonly string[] | undefined,
): ReportGrant | undefined {
  if (namespaces === undefined || grant.namespaces === undefined) return grant;
  const kept = grant.namespaces.filter((name) => namespaces.includes(name));
  // In kube-system a role is more than elsewhere.
  return kept.length === 0 ? undefined : { ...grant, namespaces: kept, level: levelIn(access, grant.role, kept) };
}
