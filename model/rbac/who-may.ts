import type { Access } from "../../config/schema/access";
import { accessOn } from "../clusters/access-on";
import { own } from "../own";
import { everybodyOf } from "../users/people";
import {
  answerBy,
  answerWithoutGroups,
  decidingOf,
  type Asked,
  type DecidingHeldGrant,
  type SignedInAnswer,
} from "./answer";
import type { EverybodysRule } from "./everybodys";
import type { DefaultRule } from "./openshift-defaults";
import { receivers } from "./receivers";
import { signInOn } from "./sign-in";
import type { DecidingGrant } from "./verdict";

/** Somebody who may do it, or for whom it hangs on a role that only the cluster knows. */
export interface WhoMayPerson {
  readonly person: string;
  readonly answer: Exclude<SignedInAnswer, { verdict: "no" }>;
}

/** A group of which Entra knows more members than the access file. */
export interface UnlistedGroup {
  /** Key of the group. */
  readonly group: string;
  /** `existing`: others keep it. `rule`: Entra chooses the members. */
  readonly kept: "existing" | "rule";
  /** The grant that its members get; of the group itself, or of one that it is in. */
  readonly grant: DecidingGrant;
}

/** Who may do something on one cluster. */
export interface WhoMay {
  /**
   * Everybody who is signed in may do it.
   *
   * @default - not everybody
   */
  readonly everybodys?: EverybodysRule;
  /**
   * OpenShift gives it to everybody who is signed in, unless the cluster took it away.
   *
   * @default - OpenShift gives it to nobody
   */
  readonly byDefault?: DefaultRule;
  /** In the order of their names. */
  readonly people: readonly WhoMayPerson[];
  /** They have such a grant, but the cluster does not let them in. */
  readonly shutOut: readonly { readonly person: string; readonly reason: string }[];
  /** They have such a grant too and sign in, but the cluster does not know that they are in the group. */
  readonly withoutGroups: readonly { readonly person: string; readonly reason: string }[];
  /** Whoever else is in one of these may do it too. */
  readonly unlisted: readonly UnlistedGroup[];
}

/** Everybody whom the access file names and who may do something, and the groups that may hold more. */
export function whoMay(asked: Asked): WhoMay {
  const { access, cluster } = asked;
  const deciding = decidingOf(asked);
  const { everybodys, byDefault, grants } = deciding;
  const people: WhoMayPerson[] = [];
  const shutOut: { person: string; reason: string }[] = [];
  const withoutGroups: typeof shutOut = [];
  for (const person of everybodyOf(access)) {
    const answer = answerBy(deciding, asked, person);
    if (answer.verdict === "no") continue;
    const signIn = signInOn(asked, person);
    const once = signIn.taken === "without groups" ? answerWithoutGroups(deciding, asked, person) : answer;
    if (signIn.taken === "refused") {
      // Nobody has that by a grant.
      if (answer.because !== "default") shutOut.push({ person, reason: signIn.reason });
    } else if (once !== undefined && once.verdict !== "no") people.push({ person, answer: once });
    else if (signIn.taken === "without groups") withoutGroups.push({ person, reason: signIn.reason });
  }
  return {
    ...(everybodys === undefined ? {} : { everybodys }),
    ...(everybodys !== undefined || byDefault === undefined ? {} : { byDefault }),
    people,
    shutOut,
    withoutGroups,
    unlisted: everybodys === undefined ? unlistedGroups(accessOn(access, cluster), grants) : [],
  };
}

/** The groups that get one of these grants and whose members Entra alone knows, each once; those that surely allow it first. */
export function unlistedGroups(
  { groups, login }: Pick<Access, "groups" | "login">,
  grants: readonly DecidingGrant[],
): UnlistedGroup[] {
  const got = (isSure: boolean) =>
    receivers(
      groups,
      grants.filter(({ rule }) => (rule !== undefined) === isSure).map((grant) => ({ grant })),
    );
  const sure = got(true);
  const open = [...got(false)].filter(([key]) => !sure.has(key));
  return [...sure, ...open].flatMap(([key, { grant, through }]): UnlistedGroup[] => {
    const group = own(groups, key);
    // Of groups in groups such a token lists none.
    if (group === undefined || (login.groups.emit === "assigned" && through !== undefined)) return [];
    if (group.existing !== undefined) return [{ group: key, kept: "existing", grant: grant.grant }];
    return group.rule === undefined ? [] : [{ group: key, kept: "rule", grant: grant.grant }];
  });
}

/** The first grant by which a person has it, of a role that only the cluster knows before others; `undefined` for what everybody has. */
export const firstGrant = ({ answer }: WhoMayPerson): DecidingHeldGrant | undefined =>
  "grants" in answer ? (answer.grants.find(({ widened }) => widened !== true) ?? answer.grants[0]) : undefined;
