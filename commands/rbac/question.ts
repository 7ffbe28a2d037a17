import { NoAnswer } from "../../config/no-answer";
import { didYouMean } from "../../config/text/suggestion";
import { isOfCluster, resourcesOf } from "../../model/rbac/built-in-resources";
import { namedResource, resourceNames, type NamedResource } from "../../model/rbac/named-resource";
import type { Action, UrlAction } from "../../model/rbac/verdict";

export interface QuestionOptions {
  /** @default - `default`, as kubectl has it, unless every namespace is meant */
  readonly namespace?: string | undefined;
  /** @default false */
  readonly allNamespaces?: boolean | undefined;
  /** @default - the resource itself */
  readonly subresource?: string | undefined;
}

/** What somebody asks with kubectl's words. */
export interface Question {
  readonly action: Action | UrlAction;
  /** Sentences on how it was read, where that may not be what was meant. */
  readonly notes: readonly string[];
}

const verbs = "get list watch create update patch delete deletecollection use bind impersonate * approve sign escalate";
const resourceVerbs: readonly string[] = [...verbs.split(" "), "attest"];
const urlVerbs: readonly string[] = ["get", "put", "post", "head", "options", "delete", "patch", "*"];
const namespaceName = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/**
 * Reads what `kubectl auth can-i` reads, and asks what a real request would ask.
 *
 * k8s.io/kubectl/pkg/cmd/auth/cani.go; k8s.io/apiserver/pkg/endpoints/request/requestinfo.go
 *
 * @param words a verb, and a type, type/name or URL
 * @throws NoAnswer if the words or the options make no question
 */
export function questionOf(words: readonly string[], options: QuestionOptions): Question {
  const [verb, target, ...more] = words;
  if (verb === undefined || verb === "" || target === undefined || target === "" || more.length > 0) {
    throw new NoAnswer("Give a verb and a type, such as: get pods, or delete pods/web-0, or get /metrics");
  }
  refuseContradiction(options);
  return target.startsWith("/") ? urlQuestion(verb, target, options) : resourceQuestion(verb, target, options);
}

/** @throws NoAnswer if the options name two places, or none */
export function refuseContradiction({ namespace, allNamespaces }: QuestionOptions): void {
  if (namespace !== undefined && allNamespaces === true) {
    throw new NoAnswer("-n names one namespace and -A means all of them: leave one out");
  }
  if (namespace !== undefined && !namespaceName.test(namespace)) {
    throw new NoAnswer(`-n must be the name of a namespace, such as team-a, got "${namespace}"`);
  }
}

/** The namespace that the options mean; `undefined` for all. */
export const namespaceOf = ({ namespace, allNamespaces }: QuestionOptions): string | undefined =>
  allNamespaces === true ? undefined : (namespace ?? "default");

function urlQuestion(verb: string, url: string, options: QuestionOptions): Question {
  if (options.subresource !== undefined) {
    throw new NoAnswer("--subresource goes with a type, not with a URL: leave it out");
  }
  const placed = options.namespace !== undefined || options.allNamespaces === true;
  return {
    action: { verb, url },
    notes: [
      ...unknownVerb(verb, urlVerbs),
      ...(placed ? ["A URL is in no namespace. -n and -A change nothing here."] : []),
    ],
  };
}

function resourceQuestion(verb: string, target: string, options: QuestionOptions): Question {
  const slash = target.indexOf("/");
  const type = slash < 0 ? target : target.slice(0, slash);
  const written = slash < 0 ? "" : target.slice(slash + 1);
  const { subresource } = options;
  const named = namedResource(type);
  const { apiGroup } = named;
  const resource = subresource === undefined ? named.resource : `${named.resource}/${subresource}`;
  const nameless = verb === "deletecollection" || (verb === "create" && subresource === undefined);
  const name = written === "" || nameless ? undefined : written;
  const place = placeOf(verb, named, name, options);
  const action: Action = {
    verb,
    resource,
    ...(apiGroup === "" ? {} : { apiGroup }),
    ...(place.namespace === undefined ? {} : { namespace: place.namespace }),
    ...(name === undefined ? {} : { name }),
  };
  return {
    action,
    notes: [
      ...unknownVerb(verb, resourceVerbs),
      ...unknownType(type, named),
      ...unknownSubresource(named, subresource),
      ...(type === "*" ? ["* is every resource of every API group. kubectl asks about the core group alone."] : []),
      ...(nameless && written !== "" ? [`A request to ${verb} has no name, so "${written}" is left out.`] : []),
      ...(name === undefined ? [] : meantSubresource(named, name)),
      ...place.notes,
    ],
  };
}

/** Where a real request would be made: kubectl sends the namespace along even where there is none. */
function placeOf(
  verb: string,
  { apiGroup, resource }: NamedResource,
  name: string | undefined,
  options: QuestionOptions,
): { readonly namespace: string | undefined; readonly notes: readonly string[] } {
  const given = options.namespace;
  if (apiGroup === "" && resource === "namespaces") {
    // A request about one namespace is made in it; lists are made nowhere.
    const inside = name === undefined || ["list", "watch"].includes(verb) ? undefined : name;
    const notes =
      given === undefined || given === inside
        ? []
        : [
            inside === undefined
              ? "Namespaces are in no namespace, so the answer is for the whole cluster."
              : `A request about namespace ${inside} is made in ${inside}, not in ${given}.`,
          ];
    return { namespace: inside, notes };
  }
  if (!isOfCluster(apiGroup, resource)) return { namespace: namespaceOf(options), notes: [] };
  const notes = given === undefined ? [] : [`${resource} are in no namespace, so the answer is for the whole cluster.`];
  return { namespace: undefined, notes };
}

function unknownVerb(verb: string, known: readonly string[]): string[] {
  if (known.includes(verb)) return [];
  const hint = didYouMean(verb, known);
  return [`Warning: "${verb}" is not a verb that Kubernetes knows${hint === undefined ? "" : `; ${hint}`}`];
}

function unknownType(type: string, { apiGroup, resource, isBuiltIn }: NamedResource): string[] {
  if (isBuiltIn || isAsked(apiGroup, resource)) return [];
  if (apiGroup !== "") {
    return [
      `Warning: Kubernetes itself has no "${type}": read as the resource ${resource} of API group ${apiGroup}, as an extension may have it`,
    ];
  }
  const hint = didYouMean(type.toLowerCase(), resourceNames) ?? `write ${resource}.<group> for one of an extension`;
  return [`Warning: Kubernetes itself has no resource "${type}"; ${hint}`];
}

/** RBAC knows it although no URL serves it, such as the signers of certificates. */
const isAsked = (apiGroup: string, resource: string) => resourcesOf(apiGroup)?.includes(resource) ?? false;

function unknownSubresource({ apiGroup, resource, isBuiltIn }: NamedResource, subresource: string | undefined) {
  const known = subresourcesOf(apiGroup, resource);
  if (subresource === undefined || !isBuiltIn || resource === "*" || known.includes(subresource)) return [];
  const hint = known.length === 0 ? "it has none" : `it has ${known.join(", ")}`;
  return [`Warning: ${resource} have no subresource "${subresource}"; ${hint}`];
}

function meantSubresource({ apiGroup, resource }: NamedResource, name: string): string[] {
  if (!subresourcesOf(apiGroup, resource).includes(name)) return [];
  return [
    `Warning: as kubectl reads it, this is about ${resource} of the name "${name}". For the subresource write --subresource ${name}`,
  ];
}

const subresourcesOf = (apiGroup: string, resource: string): string[] =>
  (resourcesOf(apiGroup) ?? []).flatMap((one) =>
    one.startsWith(`${resource}/`) ? one.slice(resource.length + 1) : [],
  );
