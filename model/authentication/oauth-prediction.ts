import type { Access } from "../../config/schema/access";
import { listedGroups, mostGroups } from "./listed-groups";
import type { Condition } from "./conditions";
import type { OpenShift } from "../clusters/openshift";
import type { Issuing } from "../clusters/tokens-of";
import { knownObjectId } from "../groups/known-object-id";
import { predictedClaim } from "./predicted-claims";
import { predict, type Prediction, type PredictionProps } from "./prediction";

/**
 * Predicts as whom OpenShift's OAuth server knows a person. Entra decides whether there is a token. What the OAuth server does
 * not find in it, it does without: github.com/openshift/oauth-server, pkg/oauth/external/openid
 */
function predictByOAuthServer(props: PredictionProps): Prediction {
  const prediction = predict(props);
  if (prediction.verdict !== "refused") return prediction;
  const { access, person, objectIds, authenticator } = props;
  const keys = listedGroups(access, person);
  const user = { verdict: "accepted", username: usernameOf(access, person, authenticator.usernameClaim) } as const;
  if (keys.length > mostGroups) {
    const { claims } = prediction;
    return { ...user, groups: [], groupless: { reason: tooManyGroups, check: "distributed groups", claims } };
  }
  return { ...user, groups: keys.map((key) => knownObjectId(access, key, objectIds) ?? `<object ID of ${key}>`) };
}

/** Of a claim that only the directory knows the best is expected, as elsewhere. */
function usernameOf(access: Access, person: string, claim: string): string {
  const { there, text } = predictedClaim(access, person, claim);
  return there === "no" ? `<sub of ${person}>` : (text ?? `<${claim} of ${person}>`);
}

const tooManyGroups = `the person is in more than ${String(mostGroups)} groups, nested ones included, so Entra lists none`;

/** Predicts as whom a cluster that asks the login knows a person, whoever reads the token there. */
export const predictOn = (issuing: Exclude<Issuing, "azure">, props: PredictionProps): Prediction =>
  predictions[issuing](props);

const predictions = { login: predict, "oauth-server": predictByOAuthServer } as const;

/**
 * How long somebody stays in to whom Entra gives no token any more: docs.redhat.com, OpenShift Container Platform 4.20,
 * "Configuring the internal OAuth server"
 */
export const stillSignedIn: Condition = {
  when: "the person signed in before, less than 24 hours ago by default",
  then: "The token of the OAuth server works until then, with all grants. oc delete oauthaccesstokens --field-selector userName=<user name> ends it.",
};

/** What the prediction rests on: what the user is called, when OpenShift hears of groups, and how it comes to a user. */
export function oauthConditions(
  { access, person, authenticator }: Omit<PredictionProps, "objectIds">,
  mappingMethod: OpenShift["mappingMethod"] = "claim",
): Condition[] {
  return [
    ...ofName(access, person, authenticator.usernameClaim, mappingMethod),
    {
      when: "the person came into a group, or left one, after the last sign-in",
      then: "The cluster sees it at the next sign-in: its OAuth server changes groups then, and at no other time. A token lives 24 hours by default.",
    },
    {
      when: `the person is in more than ${String(mostGroups)} groups, nested ones included`,
      then: "Entra lists no groups, so the person signs in and no grant applies.",
    },
    ofMapping[mappingMethod],
  ];
}

/**
 * The user is called by `sub`, which the identity is called by too, where no claim of the list is there: getPreferredUserName in
 * github.com/openshift/oauth-server, pkg/userregistry/identitymapper/provision.go; its groups list the same name then.
 */
function ofName(
  access: Access,
  person: string,
  claim: string,
  mappingMethod: NonNullable<OpenShift["mappingMethod"]>,
): Condition[] {
  const named = predictedClaim(access, person, claim);
  const kept = "The user keeps its name, and the groups list the name of the token, so no grant applies.";
  return [
    ...(named.there === "if the directory has it"
      ? [
          {
            when: `Entra has no ${claim} for the person (${named.because})`,
            then: "The person signs in all the same, with the same groups: the claim sub becomes the user name.",
          },
        ]
      : []),
    // These never change.
    ...(claim === "oid" || claim === "sub"
      ? []
      : mappingMethod === "lookup"
        ? [{ when: `the User that was made has another name than the ${claim} of the token`, then: kept }]
        : [
            {
              when: `the token had ${named.there === "no" ? "a" : "another"} ${claim}${named.there === "if the directory has it" ? ", or none," : ""} when the person first signed in`,
              then: `${kept} Delete its User and its Identity.`,
            },
          ]),
  ];
}

const sameName = "another identity provider of the cluster has given a user the same name";

/** docs.redhat.com, OpenShift Container Platform 4.20, "Identity provider parameters" */
const ofMapping: Readonly<Record<NonNullable<OpenShift["mappingMethod"]>, Condition>> = {
  claim: { when: sameName, then: "The sign-in fails: with mappingMethod claim a user has one identity." },
  add: { when: sameName, then: "Both are one user, who has the grants and the groups of both." },
  lookup: {
    when: "no User, Identity and UserIdentityMapping were made for the person",
    then: "The sign-in fails: with mappingMethod lookup the OAuth server makes none.",
  },
};
