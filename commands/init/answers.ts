import { given } from "../../config/mistake";
import { Refused } from "./refused";

export interface NewGroup {
  readonly key: string;
  /** User principal names. */
  readonly members: readonly string[];
}

export interface NewCluster {
  readonly name: string;
  readonly region: string;
}

/** The same on every cluster. */
export interface NewGrant {
  readonly group: string;
  readonly clusterRole: string;
  /** Empty: everywhere. */
  readonly namespaces: readonly string[];
}

/** What a first access file is made of. */
export interface Answers {
  /** ID of the tenant; as given also one of its domains. */
  readonly tenant: string;
  readonly groups: readonly NewGroup[];
  readonly clusters: readonly NewCluster[];
  readonly grants: readonly NewGrant[];
}

interface Options {
  /** @default - not said */
  readonly tenant?: string;
  /** @default - not said */
  readonly group?: readonly string[];
  /** @default - not said */
  readonly cluster?: readonly string[];
  /** @default - not said */
  readonly grant?: readonly string[];
}

/**
 * What the options say.
 *
 * @throws Refused if one is not of its form
 */
export function answersOf({ tenant, group, cluster, grant }: Options): Partial<Answers> {
  return {
    ...(tenant === undefined ? {} : { tenant }),
    ...(group === undefined ? {} : { groups: group.map(groupOf) }),
    ...(cluster === undefined ? {} : { clusters: cluster.map(clusterOf) }),
    ...(grant === undefined ? {} : { grants: grant.flatMap(grantOf) }),
  };
}

function groupOf(text: string): NewGroup {
  const [key = "", people, ...more] = text.split("=");
  if (key === "" || people === undefined || more.length > 0) {
    throw new Refused(`--group must be like developers=ada@contoso.com,bob@contoso.com, got ${given(text) ?? ""}`);
  }
  return { key, members: listed(people) };
}

/** @throws Refused */
export function clusterOf(text: string): NewCluster {
  const [name = "", region = "", ...more] = text.split("@");
  if (name === "" || region === "" || more.length > 0) {
    throw new Refused(`--cluster must be like prod-eks@eu-central-1, got ${given(text) ?? ""}`);
  }
  return { name, region };
}

function grantOf(text: string): NewGrant[] {
  const [group = "", rest = "", ...more] = text.split("=");
  if (group === "" || rest === "" || more.length > 0) {
    throw new Refused(`--grant must be like developers=edit@team-a,team-b, got ${given(text) ?? ""}`);
  }
  return rightsOf(group, rest);
}

/**
 * What a group may do, as `edit@team-a,team-b`, or `view` everywhere, or nothing.
 *
 * @throws Refused if it is not of that form
 */
export function rightsOf(group: string, text: string): NewGrant[] {
  if (text === "none") return [];
  const [clusterRole = "", where, ...more] = text.split("@").map((part) => part.trim());
  const namespaces = listed(where ?? "");
  if (clusterRole === "" || more.length > 0 || (where !== undefined && namespaces.length === 0)) {
    throw new Refused(`A grant must be a ClusterRole and its namespaces, like edit@team-a, got ${given(text) ?? ""}`);
  }
  return [{ group, clusterRole, namespaces }];
}

/** The least that lets somebody see whether the sign-in works. Every cluster has this namespace, and view reads no secret. */
export const least = "view@default";

/** What somebody writes with commas or spaces between. */
export const listed = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== "");
