import { own } from "./own";

/** Where an entry says that its cluster is, and by which credentials it is reached. */
export interface EksPlace {
  /** @default - it has none yet */
  readonly name?: string | undefined;
  /** @default - it has none yet */
  readonly region?: string | undefined;
  /** @default - what the environment names */
  readonly profile?: string | undefined;
  /** @default - no role is assumed */
  readonly assumeRole?: string | undefined;
}

/** Entries whose clusters have one name in one region, each with the first before it that may be the same cluster. */
export function sameNames(
  clusters: Readonly<Record<string, { readonly eks: EksPlace }>>,
): { readonly key: string; readonly other: string }[] {
  const entries = Object.entries(clusters).filter(([, { eks }]) => eks.name !== undefined && eks.region !== undefined);
  return entries.flatMap(([key, { eks }], index) => {
    const alike = entries
      .slice(0, index)
      .filter(([, other]) => other.eks.name === eks.name && other.eks.region === eks.region)
      .map(([other]) => ({ other, same: sameAccount(eks, own(clusters, other)?.eks) }))
      .filter(({ same }) => same !== false);
    const found = alike.find(({ same }) => same === true) ?? alike[0];
    return found === undefined ? [] : [{ key, other: found.other }];
  });
}

/**
 * Whether two entries are in one AWS account: by the account of their roles or, without any, by their credentials being the same.
 *
 * @returns `undefined` where only whoever deploys can know
 */
export function sameAccount(one: EksPlace = {}, other: EksPlace = {}): boolean | undefined {
  const [account, another] = [one, other].map(accountOf);
  if (account !== undefined && another !== undefined) return account === another;
  return one.profile === other.profile && one.assumeRole === other.assumeRole ? true : undefined;
}

/** An IAM role is in the account that its ARN names, and EKS answers for that account. */
function accountOf({ assumeRole = "" }: EksPlace): string | undefined {
  return /^arn:[a-z-]+:iam::(\d{12}):/.exec(assumeRole)?.[1];
}
