import { issuerUrl } from "../../../model/login/login";
import type { Rule } from "../rule";

/** An API server refuses a file in which an issuer stands twice: k8s.io/apiserver, pkg/apis/apiserver/validation. */
export const issuersOnce: Rule = function* ({ tenant, login, clusters }) {
  const issuer = login.issuer === "v1" ? "v1" : "v2";
  const ofLogin = tenant === undefined ? undefined : issuerUrl({ tenant: tenant.toLowerCase(), login: { issuer } });
  for (const [key, cluster] of Object.entries(clusters)) {
    const seen = new Set<string>();
    for (const [index, { url }] of (cluster.kubernetes?.issuers ?? []).entries()) {
      const path = ["clusters", key, "kubernetes", "issuers", index, "url"];
      if (url === undefined) continue;
      if (url === ofLogin)
        yield { path, must: "must not be the issuer of the login, which every cluster trusts anyway" };
      if (seen.has(url)) yield { path, must: "must be another issuer than those above" };
      seen.add(url);
    }
  }
};
issuersOnce.brings = {
  "clusters.*.kubernetes.issuers[].url": "must be another issuer than that of the login and those of the other entries",
};

/**
 * Whoever chooses a name at one issuer must not be able to choose the name of somebody of another, whatever stands after
 * the prefix: so no prefix begins as another one.
 */
export const issuersApart: Rule = function* ({ login, clusters }) {
  for (const [key, cluster] of Object.entries(clusters)) {
    for (const kind of ["username", "groups"] as const) {
      const seen = [{ prefix: login[kind].prefix ?? "entra:", at: `login.${kind}.prefix` }];
      for (const [index, issuer] of (cluster.kubernetes?.issuers ?? []).entries()) {
        const prefix = issuer[kind]?.prefix;
        if (prefix === undefined || prefix === "") continue;
        const other = seen.find((one) => one.prefix.startsWith(prefix) || prefix.startsWith(one.prefix));
        const path = ["clusters", key, "kubernetes", "issuers", index, kind, "prefix"];
        if (other !== undefined) {
          const must = `must not begin as ${other.at} does, ${JSON.stringify(other.prefix)}: one issuer could then name somebody of the other`;
          yield { path, must };
        }
        seen.push({ prefix, at: `issuers[${String(index)}].${kind}.prefix` });
      }
    }
  }
};
issuersApart.brings = {
  "clusters.*.kubernetes.issuers[].username.prefix":
    "must not begin as login.username.prefix or the prefix of another issuer does",
  "clusters.*.kubernetes.issuers[].groups.prefix":
    "must not begin as login.groups.prefix or the prefix of another issuer does",
};
