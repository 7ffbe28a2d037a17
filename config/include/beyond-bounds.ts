import { own } from "../../model/own";
import { invitedAs } from "../../model/users/people";
import { strings, type Draft } from "../draft";
import type { Source } from "../file/source";
import { lenient, type Lenient } from "../lenient";
import type { Mistake, Path } from "../mistake";
import { IncludedSchema } from "../schema/include/included";
import { didYouMean } from "../text/suggestion";
import type { Part } from "./part";
import { matches, matchesNamespace } from "./pattern";

type Bounds = NonNullable<Draft["include"][string]>;
type Bound = keyof Bounds;
type Contents = Lenient<typeof IncludedSchema>;
type Grant = Contents["clusters"][string]["grants"][number];

const readContents = lenient(IncludedSchema);

/** What an included file does beyond what the access file says that it may do. */
export function beyondBounds(
  { path: file, value }: Part,
  draft: Draft,
  main: { readonly name: string; readonly source: Source },
): Mistake[] {
  const bounds = own(draft.include, file);
  // The schema tells of an entry that cannot be read.
  if (bounds === undefined) return [];
  const contents = readContents(value);
  const lists = new Map<string, readonly string[]>();
  const listed = (bound: ListBound) => {
    const list = lists.get(bound) ?? strings(bounds[bound] ?? []).map(({ text }) => text);
    lists.set(bound, list);
    return list;
  };
  const limits: Limits = {
    listed,
    wholeCluster: bounds.wholeCluster === true,
    saidAt: (bound) => {
      const isGiven = bound === "wholeCluster" ? bounds.wholeCluster !== undefined : listed(bound).length > 0;
      const { line, column } = main.source.locate(["include", file, ...(isGiven ? [bound] : [])], "key");
      return `${main.name}:${String(line)}:${String(column)}`;
    },
  };
  return [...ofGroups(contents, limits), ...ofGrants(contents, limits, Object.keys(draft.clusters))];
}

type ListBound = Exclude<Bound, "wholeCluster">;

interface Limits {
  readonly listed: (bound: ListBound) => readonly string[];
  readonly wholeCluster: boolean;
  /** Where the access file says so; where it includes the file, if it says nothing. */
  readonly saidAt: (bound: Bound) => string;
}

function* ofGroups({ groups }: Contents, limits: Limits): Iterable<Mistake> {
  const [keys, members] = [limits.listed("groups"), limits.listed("members").map((one) => one.toLowerCase())];
  const hasNames = limits.listed("displayNames").length > 0;
  const names = hasNames ? limits.listed("displayNames") : keys;
  for (const [key, group] of Object.entries(groups)) {
    if (!matches(key, keys))
      yield { path: ["groups", key], at: "key", ...beyond("groups", keys, limits), got: `"${key}"` };
    const { displayName } = group;
    const at = displayName === undefined ? hasNames && key : displayName;
    if (at !== false && !matches(at, names))
      yield {
        path: displayName === undefined ? ["groups", key] : ["groups", key, "displayName"],
        ...beyond(hasNames ? "displayNames" : "groups", names, limits),
        got: JSON.stringify(at),
      };
    for (const { index, text } of strings(group.members)) {
      if (!isAmong(text.toLowerCase(), members))
        yield { path: ["groups", key, "members", index], ...beyond("members", members, limits) };
    }
    for (const { index, text } of strings(group.groups)) {
      if (Object.hasOwn(groups, text)) continue;
      yield { path: ["groups", key, "groups", index], must: "must name a group that this file defines itself" };
    }
  }
}

/** The name of a guest ends in the tenant's own domain. A renamed one tells no other domain, so only its whole name is meant. */
function isAmong(name: string, members: readonly string[]): boolean {
  const mail = invitedAs(name);
  if (mail === undefined && name.includes("#ext#")) return members.includes(name);
  return matches(mail ?? name, members);
}

function* ofGrants({ groups, clusters }: Contents, limits: Limits, known: readonly string[]): Iterable<Mistake> {
  const patterns = limits.listed("clusters");
  const made = new Set(Object.keys(groups));
  for (const [key, { grants }] of Object.entries(clusters)) {
    const at = { path: ["clusters", key], at: "key" } as const;
    if (!known.includes(key))
      yield {
        ...at,
        must: "must be a cluster of the access file",
        got: `"${key}"`,
        hint: () => didYouMean(key, known),
      };
    else if (!matches(key, patterns)) yield { ...at, ...beyond("clusters", patterns, limits), got: `"${key}"` };
    for (const [index, grant] of grants.entries())
      yield* ofGrant(grant, ["clusters", key, "grants", index], made, limits);
  }
}

function* ofGrant(grant: Grant, path: Path, groups: ReadonlySet<string>, limits: Limits): Iterable<Mistake> {
  const [others, roles, namespaces] = [limits.listed("grantsTo"), limits.listed("roles"), limits.listed("namespaces")];
  const { group } = grant;
  if (group !== undefined && !groups.has(group) && !matches(group, others)) {
    const must = "must name a group of this file";
    yield {
      path: [...path, "group"],
      must: `${must}${others.length === 0 ? ":" : ", or"} ${allowed("grantsTo", others, limits)}`,
    };
  }
  for (const word of ["clusterRole", "role"] as const) {
    const role = grant[word];
    if (role !== undefined && !roles.includes(role)) yield { path: [...path, word], ...beyond("roles", roles, limits) };
  }
  if (grant.namespaces === undefined && !limits.wholeCluster)
    yield {
      path,
      must: `must name namespaces: ${limits.saidAt("wholeCluster")} allows this file no grant on a whole cluster`,
    };
  for (const { index, text } of strings(grant.namespaces)) {
    if (matchesNamespace(text, namespaces)) continue;
    yield { path: [...path, "namespaces", index], ...beyond("namespaces", namespaces, limits) };
  }
}

/** What each list allows, in words. */
const things: Readonly<Record<ListBound, string>> = {
  groups: "groups",
  displayNames: "display names",
  members: "members",
  grantsTo: "groups of other files",
  clusters: "clusters",
  namespaces: "namespaces",
  roles: "roles",
};

const beyond = (bound: ListBound, patterns: readonly string[], limits: Limits): Pick<Mistake, "must"> => ({
  must: `must ${patterns.length === 0 ? "not be given:" : "be"} ${allowed(bound, patterns, limits)}`,
});

function allowed(bound: ListBound, patterns: readonly string[], { saidAt }: Limits): string {
  const place = saidAt(bound);
  if (patterns.length === 0) return `${place} allows this file no ${things[bound]}`;
  const shown = patterns.slice(0, 5).map((pattern) => JSON.stringify(pattern));
  const more = patterns.length > shown.length ? ", …" : "";
  return `one of the ${things[bound]} that ${place} allows this file: ${shown.join(", ")}${more}`;
}
