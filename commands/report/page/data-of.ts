import type { ReportFinding } from "../../../config/finding";
import type { Path } from "../../../config/mistake";
import type { Access } from "../../../config/schema/access";
import { shown } from "../../../config/text/shown";
import { wayBetween } from "../../../model/groups/way-between";
import { own } from "../../../model/own";
import type { RoleRef } from "../../../model/rbac/binding";
import { levels } from "../../../model/rbac/level";
import type { Report, ReportHolder } from "../../../model/rbac/report";
import { roleInWords } from "../../../model/rbac/role-in-words";
import { membershipsOf, withGroupsAround } from "../../../model/users/people";
import { Numbered } from "./numbered";
import type { PageData, PageFinding, PageGrant, PageGroup, PageHolder, PageRole } from "./page-data";

/** What a page is about. */
export interface PageSubject {
  /** Name of the access file. */
  readonly file: string;
  readonly access: Access;
  readonly report: Report;
  readonly findings: readonly ReportFinding[];
  /** A place in the file as an operator finds it, such as `access.yaml:23:9 clusters.prod.grants[1]`. */
  readonly place: (path: Path) => string;
  /** When the page is made. */
  readonly at: Date;
}

/** What the script of a page reads, without anything that a browser would obey or nobody would see. */
export function dataOf({ file, access, report, findings, place }: PageSubject): PageData {
  const text = (words: string) => words;
  const clusters = new Numbered(text);
  const groups = new Numbered(text);
  const roles = new Numbered(({ kind, name }: RoleRef) => `${kind} ${name}`);
  const namespaces = new Numbered(text);
  const reasons = new Numbered(text);
  const ways = new Numbered((way: readonly number[]) => way.join());
  const memberships = new Numbered((list: readonly number[]) => list.join());

  for (const cluster of report.clusters) clusters.of(cluster);
  const grants = report.grants.map((grant): PageGrant => {
    const { cluster, group, role, level, at } = grant;
    const inside = grant.namespaces?.map((namespace) => namespaces.of(namespace)) ?? 0;
    return [clusters.of(cluster), groups.of(group), roles.of(role), levels.indexOf(level), shown(place(at)), inside];
  });
  const waysInto = (holder: ReportHolder) =>
    [...groupsAround(access, holder)].map(([group, listedIn]) =>
      ways.of(wayBetween(access, listedIn, group).map((key) => groups.of(key))),
    );
  const holders = report.holders.map((holder): PageHolder => {
    const { name, kind, refused, withoutGroups } = holder;
    const list = memberships.of(waysInto(holder));
    const told = (some: ReadonlyMap<string, string>) =>
      [...some].map(([cluster, reason]) => [clusters.of(cluster), reasons.of(reason)] as const);
    if (withoutGroups.size > 0) return [shown(name), kind, list, told(refused), told(withoutGroups)];
    return refused.size === 0 ? [shown(name), kind, list] : [shown(name), kind, list, told(refused)];
  });
  const grantAt = new Map(report.grants.map(({ at }, index) => [withoutLine(place(at)), index]));
  return {
    levels,
    clusters: clusters.list.map(shown),
    groups: groups.list.map((key) => groupOf(access, key)),
    roles: roles.list.map((role) => pageRole(access, role)),
    namespaces: namespaces.list.map(shown),
    reasons: reasons.list.map(shown),
    grants,
    ways: ways.list,
    memberships: memberships.list,
    holders,
    findings: findings.map((finding) => findingOf(file, finding, grantAt)),
  };
}

/** The groups that a holder is in, each with the one that lists the holder. */
const groupsAround = (access: Access, { name, kind }: ReportHolder): ReadonlyMap<string, string> =>
  kind === "person" || kind === "guest" ? membershipsOf(access, name) : withGroupsAround(access, [name]);

function groupOf(access: Access, key: string): PageGroup {
  const { displayName, description } = own(access.groups, key) ?? {};
  return {
    key: shown(key),
    ...(displayName === undefined || displayName === key ? {} : { name: shown(displayName) }),
    ...(description === undefined ? {} : { description: shown(description) }),
  };
}

function pageRole(access: Access, role: RoleRef): PageRole {
  const allows = roleInWords(access, role)?.map(shown);
  return { kind: role.kind, name: shown(role.name), ...(allows === undefined ? {} : { allows }) };
}

/** A finding about a part of a grant stands at another line than the grant. */
const withoutLine = (place: string) => place.replace(/:\d+:\d+ (?=[^ ]*$)/, " ");

function findingOf(file: string, one: ReportFinding, grantAt: ReadonlyMap<string, number>): PageFinding {
  const { severity, rule, position, path, finding, why, remedy, accepted, ended } = one;
  const place = `${one.file ?? file}:${String(position.line)}:${String(position.column)} ${path}`;
  const grant = grantAt.get(withoutLine(/^.*?\.grants\[\d+\]/.exec(place)?.[0] ?? ""));
  return {
    severity,
    rule,
    place: shown(place),
    finding: shown(finding),
    ...(why === undefined ? {} : { why: shown(why) }),
    remedy: shown(remedy),
    ...(accepted === undefined ? {} : { accepted: { reason: shown(accepted.reason), until: accepted.until } }),
    ...(ended === undefined ? {} : { ended }),
    ...(grant === undefined ? {} : { grant }),
  };
}
