import { comparedClusters, type ComparedCluster } from "../../../../model/rbac/change/compared-clusters";
import { renamedClusters } from "../renamed-clusters";
import { changedOf, type Changed, type Cost } from "./cost";
import { trustOf, type Trust } from "./trust";

/** Servers that you configure yourself, and that trust others than before: no deployment tells them. */
export function authentications(changed: Changed): Cost[] {
  const { before, after } = changed;
  const known = before === undefined ? new Map<string, Trust>() : trustOf(before);
  const renamed = renamedClusters(changed);
  const kept = new Set(before === undefined ? [] : comparedClusters(before, after).flatMap(keyOfKept));
  const isAnother = (["create", "replace"] as const).some(
    (action) => changedOf(changed, "azuread_application", action).length > 0,
  );
  const told = [...trustOf(after)].flatMap(([cluster, trust]) => {
    // Another server of the same key was told nothing, and one of another key was.
    const was = kept.has(cluster) ? known.get(cluster) : known.get(renamed.get(cluster) ?? "");
    if (was?.told === trust.told && !isAnother) return [];
    return [{ id: "authentication-changes", sentence: sentenceOf(cluster, was, trust) }];
  });
  return [...told, ...staying(changed, known)];
}

const keyOfKept = ({ key, before, after }: ComparedCluster) =>
  before === undefined || after === undefined ? [] : [key];

/** What goes on trusting the login although the file lets nobody in any more: what you told it, you take back. */
function staying(changed: Changed, known: ReadonlyMap<string, Trust>): Cost[] {
  const { before, after } = changed;
  if (before === undefined) return [];
  const renamed = new Set(renamedClusters(changed).values());
  return comparedClusters(before, after).flatMap(({ key, name, after: entry }) => {
    const trust = known.get(key);
    if (trust === undefined || entry !== undefined || renamed.has(key)) return [];
    const sentence = `The ${trust.server} of clusters.${name} trusts the login until you take that back there, because no deployment does: docs/everyday.md#remove-a-cluster`;
    return [{ id: "authentication-stays", sentence }];
  });
}

function sentenceOf(cluster: string, was: Trust | undefined, { server }: Trust): string {
  const command = `npx entra-eks authentication --cluster ${cluster}`;
  // docs.redhat.com, OpenShift Container Platform 4.20, "Disabling direct authentication"
  if (was?.server === "API server" && server === "OAuth server")
    return `clusters.${cluster} must get its OAuth server back, and then that must be told whom it trusts: ${command} prints both`;
  return `The ${server} of clusters.${cluster} must be told${was?.server === server ? " again" : ""} whom it trusts: ${command}`;
}
