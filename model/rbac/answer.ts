import type { Access } from "../../config/schema/access";
import { accessOn } from "../clusters/access-on";
import { own } from "../own";
import { membershipsOf } from "../users/people";
import { everybodysRule, type EverybodysRule } from "./everybodys";
import { defaultRule, type DefaultRule } from "./openshift-defaults";
import { signInOn } from "./sign-in";
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

/** The same of somebody of whom it is not sure that the cluster lets her in, or knows her groups. */
export type Answer =
  SignedInAnswer | { readonly verdict: "no"; readonly because: "no sign-in" | "no groups"; readonly reason: string };

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
  const signIn = signInOn(asked, person);
  if (signIn.taken === "refused") return { verdict: "no", because: "no sign-in", reason: signIn.reason };
  if (signIn.taken === "with groups") return answerOnceIn(asked, person);
  const answer = answerWithoutGroups(decidingOf(asked), asked, person);
  return answer ?? { verdict: "no", because: "no groups", reason: signIn.reason };
}

/** What the API server answers to a person who is signed in with her groups. No API server has a say in it. */
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

/** The same for a person of whom the cluster knows no groups; `undefined` if she has a grant that does not apply. */
export function answerWithoutGroups(deciding: Deciding, asked: Asked, person: string): SignedInAnswer | undefined {
  const answer = answerBy({ ...deciding, grants: [] }, asked, person);
  return answer.verdict === "no" && "grants" in answerBy(deciding, asked, person) ? undefined : answer;
}
