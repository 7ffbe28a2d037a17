import type { MergedFile } from "./merged-file";

/** What was put into a kubeconfig, a line each, as kubectl tells of its changes. */
export function mergedInWords({
  contexts,
  path,
  changed,
  backup,
  current,
}: MergedFile & { readonly contexts: readonly string[] }): string {
  if (!changed) return `Nothing to change: ${path} has ${names(contexts)} already.`;
  return [
    `${names(contexts).replace(/^c/, "C")} set in ${path}.`,
    ...(current === undefined ? [] : [`Current context is "${current}".`]),
    ...(backup === undefined ? [] : [`What was there before is in ${backup}.`]),
  ].join("\n");
}

function names(contexts: readonly string[]): string {
  const quoted = contexts.map((name) => `"${name}"`).join(", ");
  return contexts.length === 1 ? `context ${quoted}` : `contexts ${quoted}`;
}
