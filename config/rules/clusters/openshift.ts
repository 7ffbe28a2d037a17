import { byOAuthServer } from "../../../model/clusters/openshift";
import type { Draft } from "../../draft";
import type { Mistake } from "../../mistake";
import { mistakesInOverlap } from "../clients/overlap";
import { kindOf } from "./kinds";
import type { Rule } from "../rule";

/** Keys that only some ways to sign in have. */
export const openshiftKeys: Rule = function* ({ clusters }) {
  for (const [key, { openshift }] of Object.entries(clusters)) {
    if (openshift?.signIn === undefined) continue;
    const { signIn, mappingMethod, console, clusterId } = openshift;
    const path = ["clusters", key, "openshift"];
    const byOAuth = byOAuthServer(openshift);
    if (mappingMethod !== undefined && !byOAuth)
      yield {
        path: [...path, "mappingMethod"],
        at: "key",
        must: `must not be given for ${signIn}, because only an OAuth server maps people to users`,
      };
    if (console !== undefined && byOAuth)
      yield {
        path: [...path, "console"],
        at: "key",
        must: `must not be given for ${signIn}, because the console asks the OAuth server`,
      };
    if (clusterId !== undefined && !signIn.startsWith("rosa-"))
      yield {
        path: [...path, "clusterId"],
        at: "key",
        must: `must not be given for ${signIn}, because only ROSA clusters have one`,
      };
    if (clusterId === undefined && signIn === "rosa-classic")
      yield { path, at: "key", must: "must have a clusterId for rosa-classic, as rosa describe cluster prints it" };
  }
};
openshiftKeys.brings = {
  "clusters.*.openshift": "must have a clusterId for `rosa-classic`",
  "clusters.*.openshift.mappingMethod": "must not be given for `external` and `rosa-hcp`",
  "clusters.*.openshift.console": "must not be given for `oauth` and `rosa-classic`",
  "clusters.*.openshift.clusterId": "must not be given, unless the cluster is ROSA",
};

/** The OAuth server reads a token itself, and demands no claims of it. */
export const oauthClaims: Rule = function* ({ clusters }) {
  for (const [key, cluster] of Object.entries(clusters)) {
    const { openshift, requiredClaims } = cluster;
    if (kindOf(cluster) !== "openshift" || openshift?.signIn === undefined || !byOAuthServer(openshift)) continue;
    if (Object.keys(requiredClaims).length === 0) continue;
    yield {
      path: ["clusters", key, "requiredClaims"],
      at: "key",
      must: `must not be given for openshift with signIn ${openshift.signIn}, because an OAuth server of OpenShift demands no claims`,
    };
  }
};
oauthClaims.brings = {
  "clusters.*.requiredClaims": "must not be given with `openshift`, unless its API server takes ID tokens itself",
};

/** rosa takes claim:value, and commas between several. */
export const rosaClaims: Rule = function* ({ clusters }) {
  for (const [key, { openshift, requiredClaims }] of Object.entries(clusters)) {
    if (openshift?.signIn !== "rosa-hcp") continue;
    for (const [claim, value] of Object.entries(requiredClaims)) {
      if (![claim, value ?? ""].some((text) => /[:,]/.test(text))) continue;
      const must =
        "must have no colon and no comma in the claim and its value for rosa-hcp, because rosa separates them by these";
      yield { path: ["clusters", key, "requiredClaims", claim], must };
    }
  }
};
rosaClaims.brings = { "clusters.*.requiredClaims.*": "must have no colon and no comma for `rosa-hcp`" };

export const openshiftOverlap: Rule = function* ({ clusters }) {
  for (const [key, { openshift }] of Object.entries(clusters)) {
    if (openshift?.secret !== undefined)
      yield* mistakesInOverlap(["clusters", key, "openshift", "secret"], openshift.secret);
  }
};
openshiftOverlap.brings = {
  "clusters.*.openshift.secret.lifetimeDays": "must be at least twice overlapDays",
  "clusters.*.openshift.secret.overlapDays": "must be at most half of lifetimeDays",
};

/** Two entries with one domain are one cluster, or one of them is wrong: people would come back to the other. */
export const openshiftDomains: Rule = ({ clusters }) =>
  sameIn(clusters, "domain", (other) => `must be another domain than that of clusters.${other}`);
openshiftDomains.brings = { "clusters.*.openshift.domain": "must be another domain than those of the other entries" };

/** Red Hat keeps one list of identity providers for each ID: two entries with one would fight over what is in it. */
export const openshiftClusterIds: Rule = ({ clusters }) =>
  sameIn(clusters, "clusterId", (other) => `must be the ID of a different cluster than clusters.${other}`);
openshiftClusterIds.brings = {
  "clusters.*.openshift.clusterId": "must be the ID of a different cluster than those of the other entries",
};

function* sameIn(
  clusters: Draft["clusters"],
  name: "domain" | "clusterId",
  must: (other: string) => string,
): Iterable<Mistake> {
  const seen = new Map<string, string>();
  for (const [key, { openshift }] of Object.entries(clusters)) {
    const value = openshift?.[name];
    if (value === undefined) continue;
    const other = seen.get(value);
    if (other === undefined) seen.set(value, key);
    else yield { path: ["clusters", key, "openshift", name], must: must(other) };
  }
}
