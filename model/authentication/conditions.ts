import { isGuest } from "../users/people";
import { mostGroups } from "./listed-groups";
import { predictedClaim, type PredictedClaim } from "./predicted-claims";
import type { PredictionProps } from "./prediction";

/** What else would happen if the directory has it otherwise than the file lets expect. */
export interface Condition {
  /** Goes on from "If". */
  readonly when: string;
  /** What then happens, as a sentence. */
  readonly then: string;
}

/** What a prediction rests on: whatever of it only the directory knows. */
export function conditionsOf({ access, person, authenticator }: Omit<PredictionProps, "objectIds">): Condition[] {
  const { usernameClaim, requiredClaims } = authenticator;
  const { emit } = access.login.groups;
  const named = predictedClaim(access, person, usernameClaim);
  return [
    ...(isOpen(named)
      ? [
          {
            when: `Entra has no ${usernameClaim} for the person (${named.because})`,
            then: `The cluster refuses the token: oidc: parse username claims ${JSON.stringify(usernameClaim)}: claim not present.`,
          },
        ]
      : []),
    ...Object.entries(requiredClaims)
      .filter(([name]) => isOpen(predictedClaim(access, person, name)))
      .map(([name, wanted]) => ({
        when: `the claim ${name} is not ${JSON.stringify(wanted)}`,
        then: `The cluster refuses the token: it requires this claim.`,
      })),
    emit === "assigned"
      ? {
          when: "the person is only in a group inside a granted group",
          then: "The token does not list the granted group: with login.groups.emit: assigned only direct members get it.",
        }
      : {
          when: `the person is in more than ${String(mostGroups)} groups, nested ones included`,
          then: "Entra lists no groups, and the cluster refuses the token.",
        },
    ...(isGuest(access, person)
      ? [
          {
            when: "the guest has not accepted the invitation",
            then: "The guest accepts it at the first sign-in, and continues.",
          },
        ]
      : []),
    ...(Object.values(access.groups).some(({ existing, rule }) => existing !== undefined || rule !== undefined)
      ? [
          {
            when: "others put the person into an existing group, or a rule does",
            then: "The token lists that group too, and its grants apply.",
          },
        ]
      : []),
  ];
}

const isOpen = ({ there }: PredictedClaim) => there === "if the directory has it";
