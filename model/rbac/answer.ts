import type { Access } from "../../config/schema/access";
import { clusterAuthenticator } from "../authentication/cluster-authenticator";
import { predictOn } from "../authentication/oauth-prediction";
import { hasLeft, leftReason } from "../authentication/prediction";
import { accessOn } from "../clusters/access-on";
import { onceFor } from "../once-for";
import { own } from "../own";
import { membershipsOf } from "../users/people";
import { everybodysRule, type EverybodysRule } from "./everybodys";
import { defaultRule, type DefaultRule } from "./openshift-defaults";
import { decidingGrants, type Action, type DecidingGrant, type UrlAction } from "./verdict";

/** A grant that decides about one person. */
export interface DecidingHeldGrant extends DecidingGrant {
  /** Key of the group that lists the person: the one that the grant names, or one that is in it at some depth. */
  readonly listedIn: string;
}

/** Whether a person who is signed in may do something, and why. */
export type SignedInAnswer =
  | { readonly verdict: "yes"; readonly because: "everybody"; readonly everybodys: EverybodysRule }
  | { readonly verdict: "yes"; readonly because: "grant"; readonly grants: readonly DecidingHeldGrant[] }
  /** OpenShift gives it to everybody, unless the cluster took it away. */
  | { readonly verdict: "unknown"; readonly because: "default"; readonly byDefault: DefaultRule }
  /** It hangs on these, whose rules only the cluster knows. */
  | { readonly verdict: "unknown"; readonly because: "role"; readonly grants: readonly DecidingHeldGrant[] }
  | { readonly verdict: "no"; readonly because: "no grant" };

/** The same of somebody of whom it is not sure that the cluster lets her in. */
export type Answer =
  SignedInAnswer | { readonly verdict: "no"; readonly because: "no sign-in"; readonly reason: string };

/** What is asked of one cluster. */
export interface Asked {
  readonly access: Access;
  /** Key of the cluster. */
  readonly cluster: string;
  readonly action: Action | UrlAction;
}

/**
 * Whether a person may do something on a cluster, by the access file alone.
 *
 * @param person as the file names the person, in lower case
 */
export function answerFor(asked: Asked, person: string): Answer {
  const reason = signInRefusal(asked, person);
  return reason === undefined ? answerOnceIn(asked, person) : { verdict: "no", because: "no sign-in", reason };
}

/** What the API server answers to a person who is signed in. No API server has a say in it. */
export function answerOnceIn(asked: Asked, person: string): SignedInAnswer {
  return answerBy(decidingOf(asked), asked, person);
}

/** What decides about everybody, so that it is looked for once. */
export interface Deciding {
  readonly everybodys: EverybodysRule | undefined;
  /** @default - nothing that OpenShift gives everybody */
  readonly byDefault?: DefaultRule | undefined;
  readonly grants: readonly DecidingGrant[];
}

/** What decides about everybody on one cluster. */
export const decidingOf = ({ access, cluster, action }: Asked): Deciding => ({
  everybodys: everybodysRule(action),
  byDefault: defaultRule(own(access.clusters, cluster), action),
  grants: decidingGrants(access, cluster, action),
});

/** What follows from it for one person. */
export function answerBy(
  { everybodys, byDefault, grants }: Deciding,
  { access, cluster }: Asked,
  person: string,
): SignedInAnswer {
  if (everybodys !== undefined) return { verdict: "yes", because: "everybody", everybodys };
  const memberships = membershipsOf(accessOn(access, cluster), person);
  const held = grants.flatMap((grant): DecidingHeldGrant[] => {
    const listedIn = memberships.get(grant.group);
    return listedIn === undefined ? [] : [{ ...grant, listedIn }];
  });
  const sure = held.filter(({ rule }) => rule !== undefined);
  if (sure.length > 0) return { verdict: "yes", because: "grant", grants: sure };
  if (byDefault !== undefined) return { verdict: "unknown", because: "default", byDefault };
  return held.length > 0
    ? { verdict: "unknown", because: "role", grants: held }
    : { verdict: "no", because: "no grant" };
}

/** Why a cluster never sees the person, or refuses the token; `undefined` if it takes it. */
export function signInRefusal({ access, cluster }: Omit<Asked, "action">, person: string): string | undefined {
  const entry = own(access.clusters, cluster);
  // Whether Azure's own application takes somebody, only its tenant knows.
  if (entry?.aks !== undefined) return hasLeft(access, person) ? leftReason : undefined;
  const known = refusalsOf(access);
  const key = JSON.stringify([person, entry?.requiredClaims, entry?.openshift?.signIn]);
  if (known.has(key)) return known.get(key);
  const authenticator = clusterAuthenticator(access, entry, "");
  const prediction = predictOn(entry, { access, person, authenticator, objectIds: {} });
  const refusal = prediction.verdict === "accepted" ? undefined : prediction.reason;
  known.set(key, refusal);
  return refusal;
}

/** By person, required claims and the way of OpenShift: clusters differ in nothing else. */
const refusalsOf = onceFor<Access, Map<string, string | undefined>>(() => new Map());
