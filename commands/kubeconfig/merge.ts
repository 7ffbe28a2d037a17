import { isDeepStrictEqual } from "node:util";
import { ownIn } from "../../model/own";
import type { Kubeconfig } from "../../model/clusters/kubeconfig";
import { changedText } from "./changed-text";
import { entriesOf, lists, NoKubeconfig, readKubeconfig, type Change, type Entry, type List } from "./kubeconfig-text";

export interface Merged {
  readonly text: string;
  readonly changed: boolean;
  /** The current context, if the text had none and has one now. */
  readonly current: string | undefined;
}

/**
 * Puts the entries of a kubeconfig into another, and leaves the rest of its text as it is.
 *
 * @param text of the other one; empty where there is none yet
 * @throws NoKubeconfig if it is none, or an entry of such a name is somebody else's
 */
export function merge(text: string, wanted: Kubeconfig): Merged {
  const there = readKubeconfig(text);
  const changes: Change[] = [];
  for (const list of Object.keys(lists) as List[]) {
    const entries = entriesOf(there.value, list);
    for (const entry of wanted[list] as readonly Entry[]) {
      const standing = entries.filter(({ name }) => name === entry.name);
      if (standing.length > 1) throw new NoKubeconfig(`has two ${list} named "${entry.name}"`);
      const [old] = standing;
      if (old !== undefined) checkOurs(there.value, wanted, list, entry, old);
      const made = old === undefined ? entry : renewed(list, old, entry);
      if (!isDeepStrictEqual(withoutNulls(old), withoutNulls(made)))
        changes.push({ list, entry: made, replaces: old !== undefined });
    }
  }
  const current = there.value["current-context"] ?? "";
  const first = current === "" ? wanted["current-context"] : undefined;
  return {
    text: changedText(there, changes, first),
    changed: changes.length > 0 || first !== undefined,
    current: first,
  };
}

/** kubectl writes `env: null` and the like when it writes a file again. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const there = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(there.map(([key, inner]) => [key, withoutNulls(inner)]));
}

/** A namespace that somebody set in their context stays. */
function renewed(list: List, old: Entry, entry: Entry): Entry {
  if (list !== "contexts") return { ...old, ...entry };
  return { ...old, context: { ...(old["context"] as object), ...(entry["context"] as object) } };
}

/** An entry is ours if it leads where this program's lead: then only what is behind it may have changed. */
function checkOurs(
  there: Readonly<Record<string, unknown>>,
  wanted: Kubeconfig,
  list: List,
  entry: Entry,
  old: Entry,
): void {
  const inside = (one: Entry) => one[lists[list]];
  const same = (...keys: readonly string[]) =>
    keys.every((key) => ownIn(inside(old), key) === ownIn(inside(entry), key));
  const isOurs = {
    clusters: () => same("server") || isOurContext(there, wanted, entry.name),
    contexts: () => same("cluster", "user"),
    users: () => signsInTo(inside(old)) === signsInTo(inside(entry)),
  };
  if (isOurs[list]()) return;
  const kind = lists[list];
  throw new NoKubeconfig(
    `has a ${kind} "${entry.name}" that this program did not make; rename it, or delete it with kubectl config delete-${kind} ${entry.name}`,
  );
}

/** Whether a cluster is reached by the context that this program makes for it. */
function isOurContext(there: Readonly<Record<string, unknown>>, wanted: Kubeconfig, name: string): boolean {
  const ours = wanted.contexts.find((context) => context.name === name)?.context;
  return entriesOf(there, "contexts").some((entry) => {
    const [cluster, user] = ["cluster", "user"].map((key) => ownIn(entry["context"], key));
    return entry.name === name && cluster === ours?.cluster && user === ours?.user;
  });
}

/** The application that a user's plugin signs in to; `undefined` for a user of another kind. */
function signsInTo(user: unknown): string | undefined {
  const args = ownIn(ownIn(user, "exec"), "args");
  const of = (arg: unknown) => /^--oidc-client-id=(.+)$/.exec(String(arg))?.[1];
  return Array.isArray(args) ? args.map(of).find((id) => id !== undefined) : undefined;
}
