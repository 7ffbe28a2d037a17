/** @typedef {import("../page-data").PageData} PageData */
/** @typedef {{ index: number, cluster: number, group: number, role: number, level: number, place: string, namespaces: readonly number[] | 0 }} Grant */
/** @typedef {{ grant: Grant, way: readonly number[] }} Holding */
/** @typedef {{ index: number, name: string, kind: "person" | "guest" | "existing" | "rule", membership: number, refused: ReadonlyMap<number, number>, withoutGroups: ReadonlyMap<number, number> }} Holder */

/** @type {PageData} */
const data = JSON.parse(byId("data").textContent ?? "");

/** @type {readonly Grant[]} */
const grants = data.grants.map(([cluster, group, role, level, place, namespaces], index) => {
  return { index, cluster, group, role, level, place, namespaces };
});

/** @type {readonly Holder[]} */
const holders = data.holders.map(([name, kind, membership, refused = [], withoutGroups = []], index) => {
  return { index, name, kind, membership, refused: new Map(refused), withoutGroups: new Map(withoutGroups) };
});

/** By the position of a group. @type {Grant[][]} */
const grantsOfGroup = data.groups.map(() => []);
for (const grant of grants) grantsOfGroup[grant.group]?.push(grant);

/** @param {number} way */
const groupsOn = (way) => data.ways[way] ?? [];

/** By the position of a list of memberships, in the order of the file. @type {readonly (readonly Holding[])[]} */
const heldBy = data.memberships.map((ways) =>
  ways
    .map(groupsOn)
    .flatMap((way) => (grantsOfGroup[way.at(-1) ?? -1] ?? []).map((grant) => ({ grant, way })))
    .sort((one, other) => one.grant.index - other.grant.index),
);

/** What a search finds beside names. @type {readonly string[]} */
const groupNames = data.memberships.map((ways) =>
  [...new Set(ways.flatMap(groupsOn))]
    .map((group) => `${data.groups[group]?.key ?? ""} ${data.groups[group]?.name ?? ""}`)
    .join(" ")
    .toLowerCase(),
);

/** @param {number} role */
const roleName = (role) => `${data.roles[role]?.kind ?? ""} ${data.roles[role]?.name ?? ""}`;

/** @param {number} group */
const groupKey = (group) => data.groups[group]?.key ?? "";

/** @param {number} level */
const levelName = (level) => data.levels[level] ?? "unknown";

/** @param {Holder} holder */
function holderName({ name, kind }) {
  return kind === "person" || kind === "guest" ? name : `whoever else is in ${name}`;
}

/** @param {readonly number[] | 0} namespaces */
const whereOf = (namespaces) =>
  namespaces === 0 ? "on the whole cluster" : `in ${namespaces.map((one) => data.namespaces[one] ?? "").join(", ")}`;
