import { tables } from "./tables/tables";
import type { Collection } from "./directory-view";
import { sameText } from "./json";
import type { Route } from "./route";
import { routes } from "./routes/routes";
import type { Store } from "./store";

export interface Match {
  readonly route: Route;
  readonly variables: Readonly<Record<string, string>>;
}

/** The route for a path below the version; `"other method"` if only other methods have one. */
export function routeFor(method: string, segments: readonly string[]): Match | "other method" | undefined {
  const matches = routes.flatMap((route) => matchOf(route, segments) ?? []);
  return matches.find(({ route }) => route.method === method) ?? (matches.length > 0 ? "other method" : undefined);
}

/** The segments of a path, with alternate keys such as `applications(appId='…')` resolved to IDs. */
export function segmentsOf(store: Store, path: string): readonly string[] {
  const segments = path.split("/").filter((segment) => segment !== "");
  return segments.map(decoded).flatMap((segment) => withoutKey(store, segment));
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function withoutKey(store: Store, segment: string): readonly string[] {
  const [, name, key, value] = /^(\w+)\((?:(\w+)=)?'([^']*)'\)$/.exec(segment) ?? [];
  if (name === undefined || value === undefined) return [segment];
  if (key === undefined || !isCollection(name)) return [name, value];
  const found = store.visible(name).find(({ data }) => sameText(data[key], value));
  return [name, found?.id ?? value];
}

function isCollection(name: string): name is Collection {
  return Object.hasOwn(tables, name);
}

function matchOf(route: Route, segments: readonly string[]): Match | undefined {
  const parts = route.pattern.split("/");
  if (parts.length !== segments.length) return undefined;
  const pairs = parts.map((part, index) => [part, segments[index] ?? ""] as const);
  const fits = pairs.every(([part, segment]) =>
    isVariable(part) ? !segment.startsWith("$") : sameText(part, segment),
  );
  if (!fits) return undefined;
  const variables = pairs.filter(([part]) => isVariable(part)).map(([part, segment]) => [part.slice(1, -1), segment]);
  return { route, variables: Object.fromEntries(variables) as Match["variables"] };
}

function isVariable(part: string): boolean {
  return part.startsWith("{");
}
