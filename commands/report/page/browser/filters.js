const filters = /** @type {HTMLFormElement} */ (byId("filters"));

/** What the filters say; -1 for everything. */
const choice = { words: [""], cluster: -1, group: -1, role: -1, namespace: -1, level: -1, who: "", order: "" };

/** @param {string} id @param {readonly string[]} names */
function offer(id, names) {
  byId(id).append(...names.map((name) => element("option", { value: name }, name)));
}

function offerChoices() {
  offer("cluster", data.clusters);
  offer("group", data.groups.map(({ key }) => key).sort());
  offer("role", data.roles.map((_, role) => roleName(role)).sort());
  offer("namespace", [...data.namespaces].sort());
  offer("level", [...data.levels].reverse());
}

/** @param {string} name */
const chosen = (name) => String(new FormData(filters).get(name) ?? "");

/** The address keeps the choice, so that it can be sent on. */
function readChoice() {
  choice.words = chosen("search").toLowerCase().split(/\s+/).filter(Boolean);
  choice.cluster = data.clusters.indexOf(chosen("cluster"));
  choice.group = data.groups.findIndex(({ key }) => key === chosen("group"));
  choice.role = data.roles.findIndex((_, role) => roleName(role) === chosen("role"));
  choice.namespace = data.namespaces.indexOf(chosen("namespace"));
  choice.level = data.levels.indexOf(chosen("level"));
  choice.who = chosen("who");
  choice.order = chosen("order");
  const said = [...new FormData(filters)]
    .filter(([, value]) => value !== "")
    .map(([name, value]) => [name, `${value}`]);
  history.replaceState(null, "", said.length === 0 ? "#" : `#${new URLSearchParams(said)}`);
}

/** What the address says is chosen. */
function restoreChoice() {
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    const control = filters.elements.namedItem(name);
    if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = value;
  }
}

const choosesGrants = () =>
  [choice.cluster, choice.group, choice.role, choice.namespace, choice.level].some((one) => one >= 0);

/**
 * A grant on the whole cluster holds in each namespace.
 *
 * @param {Grant} grant
 */
const isChosen = ({ cluster, role, level, namespaces }) =>
  (choice.cluster < 0 || cluster === choice.cluster) &&
  (choice.role < 0 || role === choice.role) &&
  (choice.level < 0 || level === choice.level) &&
  (choice.namespace < 0 || namespaces === 0 || namespaces.includes(choice.namespace));

/** By the position of a list of memberships. @type {readonly (readonly Holding[])[]} */
let chosenHoldings = heldBy;

/** @param {Holder} holder */
const holdingsOf = ({ membership }) => chosenHoldings[membership] ?? [];

/** @param {Holder} holder */
function isSought(holder) {
  const text = `${holder.name.toLowerCase()} ${groupNames[holder.membership] ?? ""}`;
  return choice.words.every((word) => text.includes(word));
}

/** @type {Readonly<Record<string, (holder: Holder) => boolean>>} */
const whoIs = {
  people: ({ kind }) => kind === "person" || kind === "guest",
  guests: ({ kind }) => kind === "guest",
  groups: ({ kind }) => kind === "existing" || kind === "rule",
  nothing: ({ membership }) => heldBy[membership]?.length === 0,
  refused: ({ refused }) => refused.size > 0,
};

/** Who is shown. @returns {Holder[]} */
function chosenHolders() {
  chosenHoldings = heldBy.map((held) =>
    held.filter(({ grant, way }) => isChosen(grant) && (choice.group < 0 || way.includes(choice.group))),
  );
  const narrow = choosesGrants();
  const is = whoIs[choice.who] ?? (() => true);
  const found = holders.filter((one) => is(one) && isSought(one) && (!narrow || holdingsOf(one).length > 0));
  return choice.order === "most" ? byMost(found) : found;
}

/** @param {Holder[]} found */
function byMost(found) {
  const weights = chosenHoldings.map((held) =>
    held.reduce((sum, { grant }) => sum + 100 ** grant.level * (grant.namespaces === 0 ? 2 : 1), 0),
  );
  /** @param {Holder} holder */
  const weight = ({ membership }) => weights[membership] ?? 0;
  return [...found].sort((one, other) => weight(other) - weight(one));
}
