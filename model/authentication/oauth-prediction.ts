import { listedGroups, mostGroups } from "./listed-groups";
import type { Condition } from "./conditions";
import { hasOAuthServer, type OpenShift } from "../clusters/openshift";
import { knownObjectId } from "../groups/known-object-id";
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
  const user = { verdict: "accepted", username: `<${authenticator.usernameClaim} or sub of ${person}>` } as const;
  if (keys.length > mostGroups) {
    const { claims } = prediction;
    return { ...user, groups: [], groupless: { reason: tooManyGroups, check: "distributed groups", claims } };
  }
  return { ...user, groups: keys.map((key) => knownObjectId(access, key, objectIds) ?? `<object ID of ${key}>`) };
}

const tooManyGroups = `the person is in more than ${String(mostGroups)} groups, nested ones included, so Entra lists none`;

/** Predicts as whom a cluster that asks the login knows a person, whoever reads the token there. */
export const predictOn = (cluster: Parameters<typeof hasOAuthServer>[0], props: PredictionProps): Prediction =>
  (hasOAuthServer(cluster) ? predictByOAuthServer : predict)(props);

/**
 * How long somebody stays in to whom Entra gives no token any more: docs.redhat.com, OpenShift Container Platform 4.20,
 * "Configuring the internal OAuth server"
 */
export const stillSignedIn: Condition = {
  when: "the person signed in before, less than 24 hours ago by default",
  then: "The token of the OAuth server works until then, with all grants. oc delete oauthaccesstokens --field-selector userName=<user name> ends it.",
};

/** What the prediction rests on: when OpenShift hears of groups, and how it comes to a user. */
export function oauthConditions(mappingMethod: OpenShift["mappingMethod"] = "claim"): Condition[] {
  return [
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
