import { isMap, isSeq } from "yaml";
import { changedLines } from "./changed-lines";
import { entriesOf, NoKubeconfig, says, type Change, type KubeconfigText, type List } from "./kubeconfig-text";

/**
 * The text with these changes, and with a current context if it is to have one. All other lines stay to the letter where
 * entries stand one a line; in other texts comments and order stay. JSON stays JSON.
 *
 * @throws NoKubeconfig if what else is in it could not stay
 */
export function changedText(there: KubeconfigText, changes: readonly Change[], current: string | undefined): string {
  if (changes.length === 0 && current === undefined) return there.text;
  const wanted = changedValue(there, changes, current);
  const byLines = changedLines(there, changes, current);
  if (byLines !== undefined && says(byLines, wanted)) return byLines;
  if (isJson(there.text)) return `${JSON.stringify(wanted, null, 2)}\n`;
  const text = there.root === undefined ? "" : throughDocument(there, changes, current);
  if (says(text, wanted)) return text;
  throw new NoKubeconfig("cannot be added to without changing what else is in it; print a kubeconfig to another file");
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function changedValue({ value }: KubeconfigText, changes: readonly Change[], current: string | undefined) {
  const changed = (list: List) => {
    const mine = changes.filter((change) => change.list === list);
    const replaced = mine.filter(({ replaces }) => replaces).map(({ entry }) => entry);
    const old = entriesOf(value, list).map((entry) => replaced.find(({ name }) => name === entry.name) ?? entry);
    return [...old, ...mine.filter(({ replaces }) => !replaces).map(({ entry }) => entry)];
  };
  return {
    apiVersion: "v1",
    kind: "Config",
    ...value,
    ...(Object.fromEntries(changes.map(({ list }) => [list, changed(list)])) as object),
    ...(current === undefined ? {} : { "current-context": current }),
  };
}

function throughDocument(there: KubeconfigText, changes: readonly Change[], current: string | undefined): string {
  const document = there.document.clone();
  for (const { list, entry, replaces } of changes) {
    const node = document.get(list);
    const made = document.createNode(entry);
    if (!isSeq(node) || node.items.length === 0) document.set(list, document.createNode([entry]));
    else if (!replaces) node.add(made);
    else node.items = node.items.map((item) => (isMap(item) && item.get("name") === entry.name ? made : item));
  }
  if (current !== undefined) document.set("current-context", current);
  return document.toString({ lineWidth: 0, indentSeq: /^\s+- /m.test(there.text) });
}
