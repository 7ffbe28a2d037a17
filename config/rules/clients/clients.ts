import { presetOf } from "../../../model/clients/presets";
import { sameAccount } from "../../../model/clusters/eks-account";
import { takesOthers, tokensOf } from "../../../model/clusters/tokens-of";
import { own, ownIn } from "../../../model/own";
import type { Draft } from "../../draft";
import { written, type Path } from "../../mistake";
import { ofOneKind } from "../clusters/kinds";
import type { Rule } from "../rule";
import { mistakesInCluster } from "./named-cluster";
import { mistakesInOverlap } from "./overlap";
import { mistakesInStore } from "./store";

export const clientCluster: Rule = function* ({ clients, clusters }) {
  for (const [name, { cluster }] of Object.entries(clients)) {
    if (cluster === undefined) continue;
    const because = "the client runs there";
    yield* mistakesInCluster(clusters, { path: ["clients", name, "cluster"], name: cluster, because });
  }
};
clientCluster.brings = { "clients.*.cluster": "must name a cluster of this file without `state: absent`" };

/** One cluster trusts one audience: what shows the user's token to it has to be a client of the same application. */
export const clientToken: Rule = function* ({ clients, clusters }) {
  for (const [name, client] of Object.entries(clients)) {
    const issuing = tokensOf(ofOneKind(own(clusters, client.cluster)));
    const preset = presetOf(client);
    if (preset?.passesToken !== true || issuing === "login") continue;
    yield {
      path: ["clients", name, "cluster"],
      must: `must name a cluster that trusts the login: ${preset.title} shows it the user's ID token, and ${takesOthers[issuing]}`,
    };
  }
};
clientToken.brings = {
  "clients.*.cluster": "must name a cluster that trusts the login, if the client shows it ID tokens",
};

export const clientKind: Rule = function* ({ clients }) {
  for (const [name, client] of Object.entries(clients)) {
    if (client.public === undefined) continue;
    const path = ["clients", name, "public"];
    const preset = presetOf(client);
    if (client.secret !== undefined)
      yield { path, must: "must not be given together with secret: a public client has none" };
    else if (preset !== undefined && preset.public === undefined)
      yield { path, must: `must not be given, because ${preset.title} signs people in with a secret` };
    else if (preset !== undefined && client.public !== preset.public)
      yield { path, must: `must be "${preset.public ?? ""}" for ${preset.title}` };
  }
};
clientKind.brings = { "clients.*.public": "must not be given together with `secret`, nor for a preset that needs one" };

export const clientOverlap: Rule = function* ({ clients }) {
  for (const [name, { secret }] of Object.entries(clients)) {
    if (secret !== undefined) yield* mistakesInOverlap(["clients", name, "secret"], secret);
  }
};
clientOverlap.brings = {
  "clients.*.secret.lifetimeDays": "must be at least twice overlapDays",
  "clients.*.secret.overlapDays": "must be at most half of lifetimeDays",
};

export const clientStore: Rule = function* ({ clients, clusters }) {
  for (const [name, { cluster, secret }] of Object.entries(clients)) {
    const path = ["clients", name, "secret", "store"];
    yield* mistakesInStore(clusters, { path, cluster, store: secret?.store });
  }
};
clientStore.brings = { "clients.*.secret.store": "must be `kubernetes`, unless the cluster is EKS" };

/** A name is one of an account and a region; the second stack could not make it. */
export const clientStores: Rule = function* ({ portal, clients, clusters }) {
  const seen: { readonly store: string; readonly path: Path; readonly cluster: Cluster | undefined }[] = [];
  const all = [
    ...(portal === undefined ? [] : [["portal", portal] as const].map(([name, one]) => ({ path: [name], ...one }))),
    ...Object.entries(clients).map(([name, one]) => ({ path: ["clients", name], ...one })),
  ];
  for (const { path, secret, cluster: key } of all) {
    const store = storeName(secret?.store);
    if (store === undefined) continue;
    const cluster = own(clusters, key);
    const other = seen.find((one) => one.store === store && mayBeOnePlace(one.cluster, cluster));
    if (other === undefined) seen.push({ store, path, cluster });
    else
      yield {
        path: [...path, "secret", "store", "secretsManager"],
        must: `must be another name than that of ${written(other.path)}`,
      };
  }
};
clientStores.brings = {
  "clients.*.secret.store.secretsManager": "must be another name than that of the portal and of other clients",
};

type Cluster = Draft["clusters"][string];

function storeName(store: unknown): string | undefined {
  const name = ownIn(store, "secretsManager");
  return typeof name === "string" ? name : undefined;
}

const mayBeOnePlace = (one: Cluster | undefined, other: Cluster | undefined) =>
  one?.eks?.region === other?.eks?.region && sameAccount(one?.eks, other?.eks) !== false;
