import type { Access } from "../../../config/schema/access";
import type { HoldersChange, PlacedDifference, SignInChange } from "../../../model/rbac/change/holders-change";
import type { Holder } from "../../../model/rbac/change/holders";
import type { Perhaps } from "../../../model/rbac/change/perhaps";
import { own } from "../../../model/own";
import { roleInWords } from "../../../model/rbac/role-in-words";
import { grouped } from "../../../model/grouped";
import { code, listed, text, type Part, type Text } from "../../onboard/block";
import { openingsInWords } from "./openings-in-words";
import { phrasesOf, rightsIn } from "./rights-in-words";

/** Something that these people gain or lose. */
export interface Sentence {
  readonly kind: "gain" | "loss";
  readonly holders: readonly Holder[];
  /** Goes on from the people: `may now delete pods in team-a on prod`. */
  readonly words: Text;
  /** What it comes from, in the file that has it: grants, owners and so on; none where it is the sign-in alone. */
  readonly at: readonly (readonly (string | number)[])[];
}

/** Sentences, one for all who gain or lose the same. */
export function sentencesOf(changes: readonly HoldersChange[], before: Access, after: Access): Sentence[] {
  const found = new Map<string, Sentence & { readonly holders: Holder[] }>();
  const add = (kind: Sentence["kind"], holders: readonly Holder[], words: Text, at: Sentence["at"] = []) => {
    const key = JSON.stringify([kind, words]);
    const known = found.get(key);
    if (known === undefined) found.set(key, { kind, holders: [...holders], words, at });
    else known.holders.push(...holders);
  };
  for (const { holders, gains, losses, signIns, openings } of changes) {
    for (const { kind, words, at } of openingsInWords(openings)) add(kind, holders, words, at);
    for (const one of signInsInWords(signIns)) add(one.kind, holders, one.words);
    for (const same of onClusters(gains)) add("gain", holders, differenceInWords("gain", same, after), grantsOf(same));
    for (const same of onClusters(losses))
      add("loss", holders, differenceInWords("loss", same, before), grantsOf(same));
  }
  return [...found.values()];
}

const grantsOf = (same: readonly PlacedDifference[]) => same.flatMap(({ through }) => through.map(({ at }) => at));

/** What is the same on several clusters is told once. */
function onClusters(differences: readonly PlacedDifference[]): PlacedDifference[][] {
  const same = ({ role, id, namespaces, elsewhere, through }: PlacedDifference) =>
    JSON.stringify([role, id, namespaces, elsewhere, through.map(({ group, listedIn }) => [group, listedIn])]);
  return [...grouped(differences, same).values()];
}

/** Up to so many phrases the rights are told alone; beyond that the role, and some of its phrases. */
const mostPhrases = 2;
const mostOfRole = 3;

function differenceInWords(kind: Sentence["kind"], same: readonly PlacedDifference[], access: Access): Text {
  const [{ role, part, atoms, namespaces, elsewhere, through, added, perhaps } = none] = same;
  const may = kind === "gain" ? "may now" : "may no longer";
  const named = text`${role.kind} ${code(role.name)}`;
  const clusters = listed(same.map(({ cluster }) => code(cluster)));
  const where =
    namespaces === undefined
      ? text`everywhere on ${clusters}`
      : text`in ${listed(namespaces.map(code))} on ${clusters}`;
  const by = text`(through ${listed(groupsIn(through))})`;
  const near =
    elsewhere.length === 0
      ? ""
      : text`, ${kind === "gain" ? "before only" : "but still"} in ${listed(elsewhere.map(code))}`;
  const unless = perhaps === undefined ? "" : unlessInWords(kind, perhaps);
  if (part === "unknown")
    return text`${may} do whatever ${named} allows ${where} ${by}${near}; only the cluster knows what that is`;
  const whole = text`${may} do what ${named} allows ${where} ${by}${near}`;
  // What Kubernetes calls edit has words of its own.
  const words = own(access.roles, role.name) === undefined ? (roleInWords(access, role) ?? []) : [];
  const beside = added === undefined ? "" : "; and whatever OpenShift adds to it, which only the cluster knows";
  if (part === "all" && words.length === 1) return text`${whole}: ${words}${beside}`;
  const phrases = phrasesOf(rightsIn(atoms));
  if (phrases.length === 0)
    return text`${may} do whatever OpenShift adds to ${named} ${where} ${by}${near}; only the cluster knows what that is`;
  const more =
    added === undefined ? "" : text`, and whatever OpenShift adds to ${named}; only the cluster knows what that is`;
  if (phrases.length <= mostPhrases)
    return text`${may} ${joined(phrases, " and ")} ${where} ${by}${near}${unless}${more}`;
  const rest = text`${joined(phrases.slice(0, mostOfRole), "; ")}${further(phrases)}${beside}`;
  if (part === "all") return text`${whole}: ${rest}`;
  return text`${may} do more of what ${named} allows ${where} ${by}${near}${unless}: ${rest}`;
}

function unlessInWords(kind: Sentence["kind"], { role, because }: Perhaps): Text {
  const named = text`${role.kind} ${code(role.name)}`;
  const [allows, has] = kind === "gain" ? ["allowed it before", "had it before"] : ["allows it", "has it"];
  return because === "added"
    ? text`, unless what OpenShift adds to ${named} ${allows}, which only the cluster knows`
    : text`, unless everybody ${has} by ${named} of OpenShift, which a cluster can take away`;
}

const none: PlacedDifference = {
  id: -1,
  cluster: "",
  atoms: [],
  part: "some",
  role: { kind: "Role", name: "" },
  elsewhere: [],
  through: [],
};

const further = (phrases: readonly unknown[]) =>
  phrases.length <= mostOfRole ? "" : `; and ${String(phrases.length - mostOfRole)} more`;

const joined = (texts: readonly Text[], between: string): Text =>
  texts.flatMap((one, index) => (index === 0 ? one : [between, ...one]));

function groupsIn(through: PlacedDifference["through"]): Part[] {
  const names = through.map(({ group, listedIn }) => (group === listedIn ? group : `${listedIn} in ${group}`));
  const byChart = through.some(({ at: [room] }) => room === "portal") ? ["the portal's chart"] : [];
  return [...[...new Set(names)].map(code), ...byChart];
}

function signInsInWords(signIns: readonly SignInChange[]): { readonly kind: Sentence["kind"]; readonly words: Text }[] {
  const found = new Map<string, { one: SignInChange; clusters: string[] }>();
  for (const one of signIns) {
    // What comes or goes with it says enough.
    if (!one.isBare && !one.isCause && one.of === undefined) continue;
    const key = JSON.stringify([one.kind, one.reason, one.groupless, one.gone, one.isCause, one.of]);
    const known = found.get(key);
    if (known === undefined) found.set(key, { one, clusters: [one.cluster] });
    else known.clusters.push(one.cluster);
  }
  return [...found.values()].map(({ one, clusters }) => {
    const kind = one.kind === "let in" || one.kind === "gets groups" ? "gain" : "loss";
    return { kind, words: signInWords[one.kind](one, listed(clusters.map(code))) };
  });
}

const signInWords: Readonly<Record<SignInChange["kind"], (one: SignInChange, to: Text) => Text>> = {
  "let in": ({ reason = "", groupless, isCause, of }, to) => {
    if (of !== undefined) return text`may now sign in to ${to}${only(of)}: ${code(reason)}`;
    if (groupless !== undefined) return text`may now sign in to ${to}, but without groups: ${code(groupless)}`;
    const told = isCause ? text`; it was refused before: ${code(reason)}` : ", where nothing more is granted";
    return text`may now sign in to ${to}${told}`;
  },
  "shut out": ({ reason, gone, of }, to) =>
    text`can no longer sign in to ${to}${only(of)}: ${reason === undefined ? goneInWords[gone ?? "file"] : code(reason)}`,
  "gets groups": ({ reason = "" }, to) =>
    text`may now sign in to ${to} with groups; it was without before: ${code(reason)}`,
  "loses groups": ({ reason = "", of }, to) =>
    text`can now sign in to ${to} without groups only${only(of)}: ${code(reason)}`,
};

const only = (of: SignInChange["of"]) => (of === undefined ? "" : onlyInWords[of]);

const onlyInWords: Readonly<Record<NonNullable<SignInChange["of"]>, string>> = {
  "signed in before": ", if they signed in before",
  "signed in before, with the same user name": ", if they signed in before and their user name stays the same",
  "never signed in": ", if they never signed in before",
};

const goneInWords: Readonly<Record<"file" | "absent" | "elsewhere", string>> = {
  file: "it is gone from the file",
  absent: "its state is absent",
  elsewhere: "its entry names another cluster now",
};

/** Who: names, and how many more there are. */
export function holdersInWords(holders: readonly Holder[], most: number): Text {
  const told = holders.slice(0, most).map(holderInWords);
  const more = holders.length - told.length;
  const parts = more === 0 ? told : [...told, [`${String(more)} more`]];
  return parts.flatMap((one, index): Text => {
    if (index === 0) return one;
    return [index === parts.length - 1 ? " and " : ", ", ...one];
  });
}

function holderInWords({ name, kind }: Holder): Text {
  switch (kind) {
    case "person":
      return [code(name)];
    case "guest":
      return text`${code(name)} (guest)`;
    case "existing":
    case "rule":
      return text`whoever else is in ${code(name)}`;
    case "others":
      return ["anybody else in the tenant"];
    case "without claims":
      return text`people without the claim ${code(name)}`;
    case "issuer":
      return text`whoever has a token of ${code(name)}`;
    case "groups claim":
      return text`whoever has groups in the claim ${code(name)}`;
    case "oauth server":
      return text`whoever signs in by the OAuth server of ${code(name)}`;
    case "address":
      return text`whoever serves ${code(name)}`;
    case "azure role":
      return text`whoever has an Azure role on ${code(name)}`;
    case "namesake":
      return text`whoever has the same user name from another identity provider of ${code(name)}`;
    case "tenant":
      return text`people of the tenant ${code(name)}`;
    case "without condition":
      return [`whoever signs in without ${name}`];
    case "group manager":
      return ["whoever manages the groups of the tenant"];
    case "in group":
      return text`whoever is in ${code(name)}`;
  }
}
