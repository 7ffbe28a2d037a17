import type { Access, Cluster } from "../../config/schema/access";
import { clusterAuthenticator } from "../authentication/cluster-authenticator";
import { predictOn } from "../authentication/oauth-prediction";
import { hasLeft, leftReason, type Prediction } from "../authentication/prediction";
import { tokensOf } from "../clusters/tokens-of";
import { onceFor } from "../once-for";
import { own } from "../own";

/**
 * How a cluster takes somebody. `refused`: it never sees the person, or refuses the token. `without groups`: whoever is signed in so
 * may do what everybody may, and no grant applies, because grants name groups.
 */
export type SignIn =
  { readonly taken: "with groups" } | { readonly taken: "refused" | "without groups"; readonly reason: string };

/**
 * How a cluster takes a person, by the access file alone. Every command that says who may do what asks here.
 *
 * @param person as the file names the person, in lower case
 */
export function signInOn({ access, cluster }: { readonly access: Access; readonly cluster: string }, person: string) {
  const entry = own(access.clusters, cluster);
  const issuing = tokensOf(entry);
  // Whether Azure's own application takes somebody, only its tenant knows.
  if (issuing === "azure")
    return hasLeft(access, person) ? ({ taken: "refused", reason: leftReason } as const) : withGroups;
  const known = signInsOf(access);
  const key = JSON.stringify([person, signInClass(entry)]);
  const signIn =
    known.get(key) ??
    signInBy(
      predictOn(issuing, { access, person, authenticator: clusterAuthenticator(access, entry, ""), objectIds: {} }),
    );
  known.set(key, signIn);
  return signIn;
}

function signInBy(prediction: Prediction): SignIn {
  if (prediction.verdict !== "accepted") return { taken: "refused", reason: prediction.reason };
  const { groupless } = prediction;
  return groupless === undefined ? withGroups : { taken: "without groups", reason: groupless.reason };
}

const withGroups: SignIn = { taken: "with groups" };

/** What clusters differ in when they let people in: two with the same text take everybody in the same way, for the same reason. */
export const signInClass = (entry: Cluster | undefined): string =>
  JSON.stringify([entry?.requiredClaims, entry === undefined ? undefined : ofItsKind(entry)]);

function ofItsKind(cluster: Cluster): unknown {
  switch (cluster.kind) {
    case "eks":
      return undefined;
    // The rule that takes the place of the claim form has words of its own.
    case "kubernetes":
      return cluster.kubernetes.groupsClaims;
    case "aks":
      return cluster.kind;
    case "openshift":
      return cluster.openshift.signIn;
  }
}

/** By person and the class of the cluster. */
const signInsOf = onceFor<Access, Map<string, SignIn>>(() => new Map());
