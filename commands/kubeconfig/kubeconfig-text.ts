import { isDeepStrictEqual } from "node:util";
import { own } from "../../model/own";
import { isMap, isScalar, parseAllDocuments, type Document, type YAMLMap } from "yaml";

/** The lists of a kubeconfig, and what an entry of each has beside its name. */
export const lists = { clusters: "cluster", contexts: "context", users: "user" } as const;

export type List = keyof typeof lists;

/** An entry of a list, as it is read. */
export type Entry = Readonly<Record<string, unknown>> & { readonly name: string };

/** An entry that comes into a list, or takes the place of the one with its name. */
export interface Change {
  readonly list: List;
  readonly entry: Entry;
  readonly replaces: boolean;
}

/** A text is no kubeconfig that can be added to; the reason follows the name of its file. */
export class NoKubeconfig extends Error {
  override readonly name = "NoKubeconfig";
}

/** A kubeconfig as text and as what the text says. */
export interface KubeconfigText {
  readonly text: string;
  readonly document: Document;
  /** What everything hangs on; `undefined` where there are only comments, or nothing. */
  readonly root: YAMLMap | undefined;
  readonly value: Readonly<Record<string, unknown>>;
}

/** @throws NoKubeconfig if kubectl could not read it, or reads something else in it */
export function readKubeconfig(text: string): KubeconfigText {
  const document = onlyDocument(text);
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) return { text, document, root: undefined, value: {} };
  if (!isMap(root)) throw new NoKubeconfig("is not a kubeconfig: it is not a map");
  const value = valueOf(document);
  for (const [key, wanted] of Object.entries({ apiVersion: "v1", kind: "Config" })) {
    if (own(value, key) !== wanted) throw new NoKubeconfig(`is not a kubeconfig: its ${key} is not ${wanted}`);
  }
  for (const list of Object.keys(lists) as List[]) entriesOf(value, list);
  return { text, document, root, value };
}

/** @throws NoKubeconfig if it is not a list of what has a name */
export function entriesOf(value: Readonly<Record<string, unknown>>, list: List): readonly Entry[] {
  const entries = value[list] ?? [];
  if (!Array.isArray(entries)) throw new NoKubeconfig(`is not a kubeconfig: its ${list} are not a list`);
  const isEntry = (entry: unknown): entry is Entry =>
    typeof entry === "object" && entry !== null && typeof (entry as Partial<Entry>).name === "string";
  if (!entries.every(isEntry)) throw new NoKubeconfig(`is not a kubeconfig: an entry of its ${list} has no name`);
  return entries;
}

/** Whether a text says exactly this. */
export function says(text: string, value: unknown): boolean {
  try {
    const read = onlyDocument(text);
    return isDeepStrictEqual(valueOf(read), value);
  } catch (error) {
    if (error instanceof NoKubeconfig) return false;
    throw error;
  }
}

function onlyDocument(text: string): Document {
  const documents = parseAllDocuments(text, { logLevel: "silent" });
  const all = Array.isArray(documents) ? documents : [];
  const [error] = all.flatMap(({ errors }) => errors);
  if (error !== undefined) {
    const { line = 0 } = error.linePos?.[0] ?? {};
    const [reason = ""] = error.message.split(/ at line | and |\n/);
    throw new NoKubeconfig(`cannot be read as YAML: line ${line}: ${reason.replace(/[.:]$/, "")}`);
  }
  if (all.length > 1) throw new NoKubeconfig("has more than one YAML document, and a kubeconfig is one");
  return all[0] ?? (parseAllDocuments("null")[0] as Document);
}

function valueOf(document: Document): Readonly<Record<string, unknown>> {
  try {
    return document.toJS() as Readonly<Record<string, unknown>>;
  } catch (error) {
    // An alias of nothing, or aliases that would become more than a memory holds.
    throw new NoKubeconfig(`cannot be read as YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
}
