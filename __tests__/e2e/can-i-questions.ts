import fc from "fast-check";
import type { ApiClient } from "../../sandbox/clusters/kubernetes/api-client";
import type { QuestionOptions } from "../../commands/rbac/question";

/** A question in kubectl's words, with the attributes of the request that it means. */
export interface SeededQuestion {
  readonly person: string;
  readonly words: readonly string[];
  readonly options: QuestionOptions;
  /** `spec` of a SelfSubjectAccessReview. */
  readonly spec: object;
  /** kubectl sends the same: it is not one of those where it asks otherwise than a request would. */
  readonly asKubectl: boolean;
}

/** A resource as discovery tells it, with the words that mean it. */
interface Type {
  readonly group: string;
  readonly resource: string;
  readonly namespaced: boolean;
  readonly words: readonly string[];
  readonly isServed: boolean;
}

interface Discovered {
  readonly name: string;
  readonly namespaced: boolean;
  readonly singularName: string;
  readonly shortNames?: readonly string[];
}

const version = (groupVersion: string) => groupVersion.split("/").at(-1) ?? "";

/** What the API server itself serves, so that the names are not those of the model. */
export async function discoveredTypes(administrator: ApiClient): Promise<readonly Type[]> {
  const { groups } = (await administrator.json("GET", "/apis")) as {
    groups: { name: string; preferredVersion: { groupVersion: string } }[];
  };
  const lists = [
    { group: "", path: "/api/v1", versioned: "v1" },
    ...groups.map(({ name, preferredVersion: { groupVersion } }) => ({
      group: name,
      path: `/apis/${groupVersion}`,
      versioned: version(groupVersion),
    })),
  ];
  const types: Type[] = [];
  for (const { group, path, versioned } of lists) {
    const { resources } = (await administrator.json("GET", path)) as { resources: Discovered[] };
    for (const { name, namespaced, singularName, shortNames = [] } of resources) {
      if (name.includes("/")) continue;
      const all = [name, singularName, ...shortNames];
      const full =
        group === "" ? [`${name}.v1.`] : [...all.map((one) => `${one}.${group}`), `${name}.${versioned}.${group}`];
      // Bare names mean the first group that has them.
      const bare = types.some(({ resource }) => resource === name) ? [] : [...all, name.toUpperCase()];
      types.push({ group, resource: name, namespaced, words: [...bare, ...full], isServed: true });
    }
  }
  return types;
}

const other = (group: string, resource: string, word: string, namespaced = true): Type => ({
  group,
  resource,
  namespaced,
  words: [word],
  isServed: false,
});

/** What no API server without extensions serves. */
const unserved: readonly Type[] = [
  other("*", "*", "*"),
  other("apps", "*", "*.apps"),
  other("", "users", "users", false),
  other("", "groups", "groups", false),
  other("", "widgets", "widgets"),
  other("example.com", "widgets", "widgets.example.com"),
  other("certificates.k8s.io", "signers", "signers.certificates.k8s.io", false),
];

const verbs = ["get", "get", "list", "list", "watch", "create", "update", "patch", "delete", "deletecollection"];
const oddVerbs = ["*", "use", "bind", "escalate", "impersonate", "approve", "frobnicate"];
const common = ["pods", "secrets", "configmaps", "deployments", "namespaces", "nodes", "roles", "clusterroles", "jobs"];
const subresources = ["log", "exec", "status", "scale", "token", "proxy", "approval"];
const urls = [
  "/healthz",
  "/metrics",
  "/metrics/slis",
  "/logs",
  "/logs/a.log",
  "/version",
  "/version/",
  "/api",
  "/apis/x",
  "/debug/pprof",
];

/** The same questions for the same seed. */
export function questionsFor(
  people: readonly string[],
  types: readonly Type[],
  { seed, count }: { readonly seed: number; readonly count: number },
): readonly SeededQuestion[] {
  const usual = types.filter(({ resource }) => common.includes(resource));
  const type = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...usual) },
    { weight: 4, arbitrary: fc.constantFrom(...types) },
    { weight: 1, arbitrary: fc.constantFrom(...unserved) },
  );
  const chosen = type.chain((one) => fc.record({ type: fc.constant(one), word: fc.constantFrom(...one.words) }));
  const verb = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...verbs) },
    { weight: 1, arbitrary: fc.constantFrom(...oddVerbs) },
  );
  const ofResource = fc
    .record({
      person: fc.constantFrom(...people),
      verb,
      chosen,
      name: fc.constantFrom(undefined, undefined, undefined, undefined, undefined, "web", "db", "team-a", "team-b"),
      subresource: fc.oneof(
        { weight: 5, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constantFrom(...subresources) },
      ),
      place: fc.constantFrom<QuestionOptions>(
        {},
        { namespace: "team-a" },
        { namespace: "team-a" },
        { namespace: "team-b" },
        { namespace: "kube-system" },
        { allNamespaces: true },
      ),
    })
    .map(asQuestion);
  const ofUrl = fc.record({
    person: fc.constantFrom(...people),
    verb: fc.constantFrom("get", "get", "post", "head", "*"),
    url: fc.constantFrom(...urls),
  });
  const urlQuestion = ofUrl.map(({ person, verb: method, url }): SeededQuestion => ({
    person,
    words: [method, url],
    options: {},
    spec: { nonResourceAttributes: { verb: method, path: url } },
    asKubectl: true,
  }));
  const any = fc.oneof({ weight: 8, arbitrary: ofResource }, { weight: 1, arbitrary: urlQuestion });
  return fc.sample(any, { seed, numRuns: count });
}

interface Parts {
  readonly person: string;
  readonly verb: string;
  readonly chosen: { readonly type: Type; readonly word: string };
  readonly name: string | undefined;
  readonly subresource: string | undefined;
  readonly place: QuestionOptions;
}

/** The attributes are those of the request: k8s.io/apiserver/pkg/endpoints/request/requestinfo.go */
function asQuestion({ person, verb, chosen, name, subresource, place }: Parts): SeededQuestion {
  const { type, word } = chosen;
  const { group, resource, namespaced, isServed } = type;
  const isNamespaces = group === "" && resource === "namespaces";
  const nameless = verb === "deletecollection" || (verb === "create" && subresource === undefined);
  const asked = nameless ? undefined : name;
  const written = place.allNamespaces === true ? "" : (place.namespace ?? "default");
  const ofNamespaces = verb === "list" || verb === "watch" ? "" : (asked ?? "");
  const namespace = isNamespaces ? ofNamespaces : namespaced ? written : "";
  return {
    person,
    words: [verb, name === undefined ? word : `${word}/${name}`],
    options: { ...place, ...(subresource === undefined ? {} : { subresource }) },
    spec: { resourceAttributes: { verb, group, resource, subresource, name: asked, namespace } },
    asKubectl: isServed && namespaced && asked === name,
  };
}
