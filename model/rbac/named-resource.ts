import { builtInResources } from "./built-in-resources";
import names from "./kubernetes-names.json";

/** What else kubectl calls each resource of kube-apiserver 1.34, by API group: the singular, and then the short names. */
export const builtInNames: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = names;

/** A resource as an API server is asked about it. */
export interface NamedResource {
  readonly apiGroup: string;
  readonly resource: string;
  /** Whether Kubernetes itself has it; RBAC is asked about any other as well. */
  readonly isBuiltIn: boolean;
}

/** What RBAC knows and no URL serves, in the core group: kubectl takes these two without a warning. */
const unserved: readonly string[] = ["users", "groups"];

interface Entry {
  readonly group: string;
  readonly resource: string;
  readonly others: readonly string[];
}

// The core group comes first, as in discovery: `events` is the core group's.
const entries: readonly Entry[] = Object.entries(builtInNames).flatMap(([group, resources]) =>
  Object.entries(resources).map(([resource, others]) => ({ group, resource, others })),
);

/** Every name by which kubectl knows a resource of Kubernetes itself. */
export const resourceNames: readonly string[] = [
  ...new Set([...entries.flatMap(({ resource, others }) => [resource, ...others]), ...unserved]),
];

/**
 * The resource that kubectl means by `po`, `pod`, `Pods`, `deployments.apps`, `deploy.v1.apps` or `storageclass.storage`.
 *
 * k8s.io/kubectl/pkg/cmd/auth/cani.go, k8s.io/apimachinery/pkg/api/meta/restmapper.go, k8s.io/client-go/restmapper/shortcut.go
 */
export function namedResource(text: string): NamedResource {
  const typed = text.toLowerCase();
  // kubectl asks about the core group alone, though it promises everything.
  if (typed === "*") return { apiGroup: "*", resource: "*", isBuiltIn: true };
  const [resource = "", ...rest] = typed.split(".");
  const version = rest.length > 1 && /^v\d+((alpha|beta)\d+)?$/.test(rest[0] ?? "");
  const wanted = rest.length === 0 ? undefined : rest.slice(version ? 1 : 0).join(".");
  const found = find(resource, (group) => wanted === undefined || group === wanted);
  // `storageclass.storage` is one of storage.k8s.io.
  const near = wanted === undefined || wanted === "" ? undefined : find(resource, (group) => group.startsWith(wanted));
  const entry = found ?? near;
  if (entry !== undefined) return { apiGroup: entry.group, resource: entry.resource, isBuiltIn: true };
  const isBuiltIn =
    wanted === undefined ? unserved.includes(resource) : resource === "*" && Object.hasOwn(builtInResources, wanted);
  return { apiGroup: wanted ?? "", resource, isBuiltIn };
}

/** A full name goes before a singular, and both before a short name. */
function find(name: string, isWanted: (group: string) => boolean): Entry | undefined {
  const possible = entries.filter(({ group }) => isWanted(group));
  return (
    possible.find(({ resource }) => resource === name) ??
    possible.find(({ others: [singular] }) => singular === name) ??
    possible.find(({ others: [, ...short] }) => short.includes(name))
  );
}
