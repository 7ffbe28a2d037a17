import type { Atom } from "../../../model/rbac/change/atom";
import { code, listed, text, type Part, type Text } from "../../onboard/block";

/** One thing that is gained or lost. */
export interface Right {
  /** Such as `pods`, `deployments.apps`, `pods/exec`; or a URL. */
  readonly what: string;
  /**
   * Empty for the core group, `*` for every one.
   *
   * @default - a URL
   */
  readonly apiGroup?: string;
  /**
   * The only object.
   *
   * @default - every one
   */
  readonly name?: string | undefined;
  readonly verbs: readonly string[];
}

/** Atoms with the verbs of one thing together, in the order of the role. */
export function rightsIn(atoms: readonly Atom[]): Right[] {
  const found = new Map<string, { what: string; apiGroup?: string; name?: string; verbs: string[] }>();
  for (const atom of atoms) {
    const name = "url" in atom ? undefined : atom.name;
    const what = "url" in atom ? atom.url : inGroup(atom.resource, atom.apiGroup);
    const inside = "url" in atom ? {} : { apiGroup: atom.apiGroup ?? "" };
    const key = JSON.stringify([what, inside, name]);
    const known = found.get(key);
    if (known === undefined)
      found.set(key, { what, ...inside, ...(name === undefined ? {} : { name }), verbs: [atom.verb] });
    else known.verbs.push(atom.verb);
  }
  return [...found.values()];
}

/** As kubectl names it: `deployments/scale` of apps is `deployments.apps/scale`. */
function inGroup(resource: string, apiGroup = ""): string {
  if (apiGroup === "" || (resource === "*" && apiGroup === "*")) return resource;
  const [type = "", ...subresource] = resource.split("/");
  return [`${type}.${apiGroup}`, ...subresource].join("/");
}

/** What a reader looks for first. */
const telling = ["*", "secrets", "pods/exec", "serviceaccounts/token", "serviceaccounts", "pods"];

/** How many things are named in one phrase. */
const mostThings = 4;

/** Phrases that go on from "may now": `delete pods`, `get and list secrets`. The most telling one comes first. */
export function phrasesOf(rights: readonly Right[]): Text[] {
  const byVerbs = new Map<string, { verbs: readonly string[]; rights: Right[] }>();
  for (const right of [...rights].sort((one, other) => rank(one) - rank(other))) {
    const key = JSON.stringify(right.verbs.toSorted());
    const known = byVerbs.get(key);
    if (known === undefined) byVerbs.set(key, { verbs: right.verbs, rights: [right] });
    else known.rights.push(right);
  }
  return [...byVerbs.values()].map(({ verbs, rights }) => {
    const things = rights.slice(0, mostThings).map(thing);
    const more = rights.length - things.length;
    const all = listed(more === 0 ? things : [...things, `${String(more)} more`]);
    return text`${listed(verbsInWords(verbs))} ${all}`;
  });
}

/** Verbs that come together, and the word for all of them. */
const words: readonly (readonly [word: string, verbs: readonly string[]])[] = [
  ["read", ["get", "list", "watch"]],
  ["change", ["create", "update", "patch", "delete", "deletecollection"]],
];

function verbsInWords(verbs: readonly string[]): Part[] {
  if (verbs.includes("*")) return ["do anything with"];
  const whole = words.filter(([, all]) => all.every((verb) => verbs.includes(verb)));
  const others = verbs.filter((verb) => !whole.some(([, all]) => all.includes(verb)));
  return [...others.map((verb) => (/^[a-z]+$/.test(verb) ? verb : code(verb))), ...whole.map(([word]) => word)];
}

const rank = ({ what }: Right) => {
  const at = telling.indexOf(what);
  return at < 0 ? telling.length : at;
};

function thing({ what, apiGroup, name }: Right): Part {
  const words = what === "*" ? (apiGroup === "" ? "everything in the core group" : "everything") : what;
  return code(name === undefined ? words : `${words} "${name}"`);
}
