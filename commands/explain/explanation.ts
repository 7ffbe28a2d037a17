import type { AccessFile } from "../../config/load";
import type { TokenGroup } from "../../model/authentication/token-group";
import { own } from "../../model/own";
import { accessBy, type HeldGrant } from "../../model/rbac/access-of";
import { placeInFile } from "../place-in-file";

/** One claim that an API server looks at. */
export interface ExplainedClaim {
  readonly name: string;
  readonly wanted: string;
  /** What the token says; `null` if it does not have the claim. */
  readonly got: string | null;
}

export interface ExplainedGroup {
  /** As the API server sees it. */
  readonly name: string;
  /** Keys of the access file, each with its display name; none if the file does not know the group. */
  readonly known: readonly { readonly key: string; readonly displayName: string }[];
}

export interface ExplainedGrant {
  readonly group: string;
  readonly role: { readonly kind: string; readonly name: string };
  /** `null` for the whole cluster. */
  readonly namespaces: readonly string[] | null;
  /** `access.yaml:23:7 clusters.prod.grants[1]` */
  readonly place: string;
}

/** What is printed of one token, or of a prediction; additions only. */
export interface Explanation {
  readonly cluster: string;
  /** `null`: all holds, but nobody has checked the signature. */
  readonly accepted: boolean | null;
  /** As the API server sees it; `null` if it takes no token. */
  readonly username: string | null;
  /** As the API server sees them, without `system:authenticated`. */
  readonly groups: readonly string[];
  /** What the API server writes to its log; `null` if it takes the token. */
  readonly reason: string | null;
  /** What to do, with its place in the access file; `null` if nothing is. */
  readonly fix: string | null;
  readonly claims: readonly ExplainedClaim[];
  readonly grants: readonly ExplainedGrant[];
  readonly knownGroups: readonly ExplainedGroup[];
  /** Sentences beside the answer. */
  readonly notes: readonly string[];
}

/** What the groups of a token are, and what they give on a cluster. */
export function explainedGroups(
  file: AccessFile,
  cluster: string,
  groups: readonly TokenGroup[],
): Pick<Explanation, "groups" | "knownGroups" | "grants"> {
  const keys = groups.flatMap((group) => group.keys);
  return {
    groups: groups.map(({ name }) => name),
    knownGroups: groups.map(({ name, keys }) => ({
      name,
      known: keys.map((key) => ({ key, displayName: own(file.access.groups, key)?.displayName ?? key })),
    })),
    grants: grantsOf(file, cluster, keys),
  };
}

function grantsOf(file: AccessFile, cluster: string, keys: readonly string[]): ExplainedGrant[] {
  const memberships = new Map(keys.map((key) => [key, key]));
  const held = accessBy(file.access, memberships).find((one) => one.cluster === cluster);
  return (held?.grants ?? []).map(({ group, role, namespaces, at }: HeldGrant) => ({
    group,
    role,
    namespaces: namespaces ?? null,
    place: placeInFile(file, at),
  }));
}
