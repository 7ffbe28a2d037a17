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
  clusters: Readonly<Record<string, { readonly eks?: EksPlace | undefined }>>,
): { readonly key: string; readonly other: string }[] {
  const seen = new Map<string, Alike>();
  return Object.entries(clusters).flatMap(([key, { eks }]) => {
    if (eks?.name === undefined || eks.region === undefined) return [];
    const name = JSON.stringify([eks.region, eks.name]);
    const alike = seen.get(name) ?? { accounts: new Map(), credentials: new Map(), first: [] };
    seen.set(name, alike);
    const other = firstAlike(alike, eks);
    remember(alike, key, eks);
    return other === undefined ? [] : [{ key, other }];
  });
}

/** Entries of one name: a comparison of each with each would take the square of their number. */
interface Alike {
  /** First entry by AWS account. */
  readonly accounts: Map<string, string>;
  /** First entry by its credentials. */
  readonly credentials: Map<string, string>;
  /** First entry of all, and the first whose account is not known. */
  readonly first: { readonly key: string; readonly account: string | undefined }[];
}

const credentialsOf = ({ profile, assumeRole }: EksPlace) => JSON.stringify([profile ?? null, assumeRole ?? null]);

function firstAlike({ accounts, credentials, first }: Alike, eks: EksPlace): string | undefined {
  const account = accountOf(eks);
  const same = account === undefined ? credentials.get(credentialsOf(eks)) : accounts.get(account);
  return same ?? first.find((one) => account === undefined || one.account === undefined)?.key;
}

function remember({ accounts, credentials, first }: Alike, key: string, eks: EksPlace): void {
  const account = accountOf(eks);
  if (account !== undefined && !accounts.has(account)) accounts.set(account, key);
  const by = credentialsOf(eks);
  if (!credentials.has(by)) credentials.set(by, key);
  // One that is known and one that is not: whoever comes later finds the first it cannot be told from.
  if (first.length === 0 || (account === undefined && first.every((one) => one.account !== undefined))) {
    first.push({ key, account });
  }
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
