import type { AccessFile } from "../../config/load";
import type { Access } from "../../config/schema/access";
import { aksConditions, predictOnAks } from "../../model/authentication/aks-prediction";
import { clusterAuthenticator } from "../../model/authentication/cluster-authenticator";
import { listedGroups } from "../../model/authentication/listed-groups";
import { conditionsOf, type Condition } from "../../model/authentication/conditions";
import { oauthConditions, predictOn, stillSignedIn } from "../../model/authentication/oauth-prediction";
import type { Prediction } from "../../model/authentication/prediction";
import type { TokenGroup } from "../../model/authentication/token-group";
import { accessOn } from "../../model/clusters/access-on";
import { ofKind } from "../../model/clusters/of-kind";
import { oauthServerOf } from "../../model/clusters/openshift";
import { tokensOf } from "../../model/clusters/tokens-of";
import { own } from "../../model/own";
import { knownPerson } from "../users/known-person";
import { notItsTokens } from "./own-application";
import { explainedGroups, type Explanation } from "./explanation";
import { fixInWords } from "./fix-in-words";

export interface ExplainPersonProps {
  readonly file: AccessFile;
  /** Key of the cluster. */
  readonly cluster: string;
  /** As the file names the person, in any case. */
  readonly person: string;
  /** Object ID of each group by its key, as far as they are known. */
  readonly objectIds: Readonly<Record<string, string>>;
}

export interface PersonExplanation extends Explanation {
  readonly person: string;
  readonly conditions: readonly Condition[];
  /** Why the cluster knows no groups of the person, so that no grant applies; `null` if it knows them. */
  readonly withoutGroups: string | null;
}

/**
 * What the token of a person is going to carry, and what follows, by the access file alone.
 *
 * @throws NoAnswer if the file does not name the person
 */
export function explainPerson({ file, cluster, person, objectIds }: ExplainPersonProps): PersonExplanation {
  const { access } = file;
  const name = knownPerson(file, person);
  const entry = own(access.clusters, cluster);
  const authenticator = clusterAuthenticator(access, entry, "");
  const issuing = tokensOf(entry);
  const why = notItsTokens(cluster, entry);
  const prediction =
    issuing === "azure"
      ? predictOnAks({ access, cluster, person: name, objectIds })
      : predictOn(issuing, { access, person: name, authenticator, objectIds });
  const accepted = prediction.verdict === "accepted";
  const conditionsFor = (): Condition[] => {
    const isNone = prediction.verdict === "no token";
    switch (issuing) {
      case "login":
        return isNone ? [] : conditionsOf({ access, person: name, authenticator });
      case "azure":
        return isNone ? [] : aksConditions(ofKind(entry, "aks")?.aks.azureRbac ?? false);
      case "oauth-server":
        return isNone
          ? [stillSignedIn]
          : oauthConditions({ access, person: name, authenticator }, oauthServerOf(entry)?.mappingMethod);
    }
  };
  return {
    cluster,
    person: name,
    accepted,
    username: accepted ? prediction.username : null,
    ...explainedGroups(file, cluster, accepted ? groupsIn(accessOn(access, cluster), name, prediction.groups) : []),
    reason: accepted ? null : prediction.reason,
    fix: fixFor(file, cluster, prediction),
    claims: [],
    notes: why === undefined ? [] : [why],
    conditions: conditionsFor(),
    withoutGroups: accepted ? (prediction.groupless?.reason ?? null) : null,
  };
}

/** By their keys: the object IDs may not be known yet. */
function groupsIn(access: Access, person: string, names: readonly string[]): TokenGroup[] {
  const keys = listedGroups(access, person);
  return names.map((name, index) => ({ name, keys: keys.slice(index, index + 1) }));
}

function fixFor(file: AccessFile, cluster: string, prediction: Prediction): string | null {
  switch (prediction.verdict) {
    case "accepted": {
      const { groupless } = prediction;
      return groupless === undefined
        ? null
        : fixInWords(file, { cluster, refusal: groupless, claims: groupless.claims });
    }
    case "no token":
      return `For the operator: ${prediction.fix}`;
    case "refused":
      return fixInWords(file, { cluster, refusal: prediction, claims: prediction.claims });
  }
}
