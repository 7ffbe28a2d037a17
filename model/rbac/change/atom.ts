import { isOfCluster } from "../built-in-resources";
import type { PolicyRule } from "../policy-rule";
import { allows, type Action, type UrlAction } from "../verdict";

/**
 * The smallest thing that a role gives: one verb with one resource, or with one URL. A star stands for all of its kind, also for
 * what no rule names, so only a star answers to it: rules allow all that an atom stands for exactly if one of them allows
 * the atom as it is written.
 */
export type Atom = Omit<Action, "namespace"> | UrlAction;

/**
 * What rules allow on a whole cluster, or in one namespace, where URLs, other namespaces and what is in no namespace cannot be
 * reached; each once.
 */
export function atomsOf(rules: readonly PolicyRule[], namespace: string | undefined): Atom[] {
  const found = new Map<string, Atom>();
  for (const rule of rules) {
    for (const atom of [...resourcesIn(rule, namespace), ...(namespace === undefined ? urlsIn(rule) : [])]) {
      const key = JSON.stringify(atom);
      if (!found.has(key)) found.set(key, atom);
    }
  }
  return [...found.values()];
}

function resourcesIn(rule: PolicyRule, namespace: string | undefined): Atom[] {
  const { verbs, apiGroups = [], resources = [], resourceNames = [] } = rule;
  const names = resourceNames.length === 0 ? [{}] : resourceNames.map((name) => ({ name }));
  return apiGroups.flatMap((apiGroup) =>
    resources
      .filter((resource) => namespace === undefined || !isOfCluster(apiGroup, resource))
      .flatMap((resource) => verbs.flatMap((verb) => names.map((name) => ({ verb, apiGroup, resource, ...name }))))
      .flatMap((atom) => reachable(atom, namespace)),
  );
}

/** In a namespace the only namespace is itself, so its name need not be told. */
function reachable(atom: Omit<Action, "namespace">, namespace: string | undefined): Atom[] {
  if (namespace === undefined || atom.name === undefined || !isNamespaces(atom)) return [atom];
  const { name, ...unnamed } = atom;
  return name === namespace ? [unnamed] : [];
}

const isNamespaces = ({ apiGroup, resource }: Omit<Action, "namespace">) =>
  apiGroup === "" && resource.split("/")[0] === "namespaces";

/** What is asked of rules in a namespace, or on the whole cluster. */
export const askedAt = (atom: Atom, namespace: string | undefined): Atom =>
  namespace === undefined || "url" in atom || atom.name !== undefined || !isNamespaces(atom)
    ? atom
    : { ...atom, name: namespace };

/** Whether what rules allow in one namespace may differ from what they allow in another, as they name some. */
export const nameNamespaces = (rules: readonly PolicyRule[]): boolean =>
  rules.some(
    ({ resources = [], resourceNames = [] }) =>
      resourceNames.length > 0 &&
      resources.some((resource) => ["*", "namespaces"].includes(resource.split("/")[0] ?? "")),
  );

const urlsIn = ({ verbs, nonResourceURLs = [] }: PolicyRule): Atom[] =>
  nonResourceURLs.flatMap((url) => verbs.map((verb) => ({ verb, url })));

/** Whether whoever may do the one may do the other, by that alone. */
export const isWithin = (atom: Atom, larger: Atom): boolean => allows(ruleOf(larger), atom);

/** The rule that gives an atom, and nothing else. */
function ruleOf(atom: Atom): PolicyRule {
  if ("url" in atom) return { verbs: [atom.verb], nonResourceURLs: [atom.url] };
  const { verb, apiGroup = "", resource, name } = atom;
  return {
    verbs: [verb],
    apiGroups: [apiGroup],
    resources: [resource],
    resourceNames: name === undefined ? [] : [name],
  };
}
