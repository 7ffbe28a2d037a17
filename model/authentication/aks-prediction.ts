import type { Access } from "../../config/schema/access";
import { accessOn } from "../clusters/access-on";
import { knownObjectId } from "../groups/known-object-id";
import { groupsOf, isGuest } from "../users/people";
import { hasLeft, leaverRefused, type Prediction } from "./prediction";
import type { Condition } from "./conditions";

export interface AksPredictionProps {
  readonly access: Access;
  /** Key of the cluster. */
  readonly cluster: string;
  /** As the file names the person, in lower case. */
  readonly person: string;
  /** Object ID of each group by its key, as far as they are known. */
  readonly objectIds: Readonly<Record<string, string>>;
}

/**
 * Predicts as whom an AKS cluster knows a person. Nothing of `login` counts, and more than 200 groups are no problem:
 * github.com/Azure/kubelogin/issues/144.
 */
export function predictOnAks({ access, cluster, person, objectIds }: AksPredictionProps): Prediction {
  if (hasLeft(access, person)) return leaverRefused(person);
  const keys = groupsOf(accessOn(access, cluster), person);
  return {
    verdict: "accepted",
    // learn.microsoft.com/azure/aks/kubernetes-rbac-entra-id
    username: isGuest(access, person) ? `<object ID of ${person}>` : `<upn of ${person}>`,
    groups: keys.map((key) => knownObjectId(access, key, objectIds) ?? `<object ID of ${key}>`),
  };
}

/** What the prediction rests on: whatever of it only Azure knows. */
export function aksConditions(azureRbac: boolean): Condition[] {
  return [
    {
      when: "a Conditional Access policy of the tenant covers Azure Kubernetes Service AAD Server",
      then: "Entra asks for what that policy demands. What login says does not count.",
    },
    {
      when: "the person came into a group after the last sign-in",
      then: "The cluster sees the group once Azure's kubelogin has a new token.",
    },
    ...(azureRbac
      ? [
          {
            when: "the person has an Azure role on the cluster",
            then: "What that role allows comes beside the grants of this file.",
          },
        ]
      : []),
  ];
}
