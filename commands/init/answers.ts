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

/** What a first access file is made of. */
export interface Answers {
  /** ID of the tenant; as given also one of its domains. */
  readonly tenant: string;
  readonly groups: readonly NewGroup[];
  readonly clusters: readonly NewCluster[];
}

interface Options {
  /** @default - not said */
  readonly tenant?: string;
  /** @default - not said */
  readonly group?: readonly string[];
  /** @default - not said */
  readonly cluster?: readonly string[];
}

/**
 * What the options say.
 *
 * @throws Refused if one is not of its form
 */
export function answersOf({ tenant, group, cluster }: Options): Partial<Answers> {
  return {
    ...(tenant === undefined ? {} : { tenant }),
    ...(group === undefined ? {} : { groups: group.map(groupOf) }),
    ...(cluster === undefined ? {} : { clusters: cluster.map(clusterOf) }),
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

/** What somebody writes with commas or spaces between. */
export const listed = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== "");
