/** Position in one of the lists of the data. */
type Index = number;

/** A grant. Its place is in the file's words, such as `access.yaml:23:9 clusters.prod.grants[1]`. */
export type PageGrant = readonly [
  cluster: Index,
  group: Index,
  role: Index,
  level: Index,
  place: string,
  /** 0 for the whole cluster. */
  namespaces: readonly Index[] | 0,
];

/** Somebody who may hold something. */
export type PageHolder = readonly [
  name: string,
  kind: "person" | "guest" | "existing" | "rule",
  /** Position in `memberships`. */
  memberships: Index,
  /** Clusters on which something is held but that do not let the person in, each with the position of the reason. */
  refused?: readonly (readonly [cluster: Index, reason: Index])[],
  /** The same of clusters that let the person in without groups. */
  withoutGroups?: readonly (readonly [cluster: Index, reason: Index])[],
];

export interface PageGroup {
  readonly key: string;
  /** @default - the key says it all */
  readonly name?: string;
  /** @default - nothing is known of it */
  readonly description?: string;
}

export interface PageRole {
  readonly kind: "ClusterRole" | "Role";
  readonly name: string;
  /**
   * Phrases that go on from "may".
   *
   * @default - only the cluster knows
   */
  readonly allows?: readonly string[];
}

export interface PageFinding {
  readonly severity: "high" | "medium" | "low";
  readonly rule: string;
  readonly place: string;
  readonly finding: string;
  /** @default - the finding says it all */
  readonly why?: string;
  readonly remedy: string;
  /** @default - the file does not accept it */
  readonly accepted?: { readonly reason: string; readonly until: string };
  /** @default - the day is not past, or the file has not accepted it */
  readonly ended?: string;
  /**
   * The grant that it is about.
   *
   * @default - it is about something else
   */
  readonly grant?: Index;
}

/** What the script of the page reads. What recurs is written once, and all else names it by its position. */
export interface PageData {
  /** From the least to the most. */
  readonly levels: readonly string[];
  readonly clusters: readonly string[];
  readonly groups: readonly PageGroup[];
  readonly roles: readonly PageRole[];
  readonly namespaces: readonly string[];
  readonly reasons: readonly string[];
  readonly grants: readonly PageGrant[];
  /** Groups from the one that lists the holder to the one that it is a way into. */
  readonly ways: readonly (readonly Index[])[];
  /** Lists of ways. Whoever is in the same groups shares one. */
  readonly memberships: readonly (readonly Index[])[];
  readonly holders: readonly PageHolder[];
  readonly findings: readonly PageFinding[];
}
