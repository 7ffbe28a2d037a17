/** The grants in rows, those that differ in the cluster alone in one. */

/** @typedef {{ grants: Grant[], who: Set<Holder> }} GrantRow */

/** The grants that the filters leave, each with those of the rows who hold it. @returns {Map<Grant, Set<Holder>>} */
function chosenGrants() {
  /** @type {Map<Grant, Set<Holder>>} */
  const found = new Map();
  const wantsPeople = choice.words.length > 0 || choice.who !== "" || choice.group >= 0;
  for (const grant of grants) {
    if (isChosen(grant) && (!wantsPeople || grant.group === choice.group)) found.set(grant, new Set());
  }
  for (const holder of view.holders) {
    for (const { grant } of holdingsOf(holder)) {
      const known = found.get(grant);
      if (known === undefined) found.set(grant, new Set([holder]));
      else known.add(holder);
    }
  }
  return found;
}

/** @param {readonly (readonly [Grant, Set<Holder>])[]} found @returns {GrantRow[]} */
function mergedRows(found) {
  /** @type {Map<string, GrantRow>} */
  const rows = new Map();
  for (const [grant, who] of found) {
    const key = JSON.stringify([grant.role, grant.group, grant.namespaces, grant.level]);
    const known = rows.get(key);
    if (known === undefined) rows.set(key, { grants: [grant], who: new Set(who) });
    else {
      known.grants.push(grant);
      for (const one of who) known.who.add(one);
    }
  }
  return [...rows.values()].sort((one, other) => (other.grants[0]?.level ?? 0) - (one.grants[0]?.level ?? 0));
}

/** What makes the items of a list that is folded still. @type {Map<HTMLDetailsElement, () => void>} */
const folds = new Map();

/**
 * A list that is made when somebody opens it.
 *
 * @param {string} title
 * @param {() => Child[]} items
 */
function folded(title, items) {
  const made = element("details", {}, element("summary", {}, title));
  const fill = () => {
    if (folds.delete(made)) made.append(element("ul", {}, ...items().map((item) => element("li", {}, item))));
  };
  folds.set(made, fill);
  made.addEventListener("toggle", fill);
  return made;
}

/** On paper the places are there; the people are in the matrix. */
function unfoldPlaces() {
  for (const [made, fill] of folds) {
    if (made.closest("[data-title=Place]") === null || !made.isConnected) continue;
    fill();
    made.open = true;
  }
}

/** @param {readonly Holder[]} who */
function countOf(who) {
  const people = who.filter(whoIs["people"] ?? (() => true)).length;
  const others = who.length - people;
  if (people === 0) return `others in ${counted(others, "group")}`;
  return `${counted(people, "person", "people")}${others === 0 ? "" : `, others in ${counted(others, "group")}`}`;
}

/** @param {GrantRow} row @param {"role" | "where"} other what the heading does not say */
function grantRow({ grants: same, who }, other) {
  const [first] = same;
  if (first === undefined) return element("tr", {});
  const people = [...who];
  /** @param {string} title @param {...Child} children */
  const field = (title, ...children) => {
    return element("td", { role: "cell", "data-title": title }, element("div", {}, ...children));
  };
  const [place] = same.map((grant) => element("code", { class: "place" }, grant.place));
  return element(
    "tr",
    { role: "row" },
    field("Level", badge(levelName(first.level))),
    field("Group", groupInWords(first.group)),
    other === "role" ? field("Role", named(roleName(first.role))) : field("Where", whereOf(first.namespaces)),
    field("Clusters", ...same.flatMap(({ cluster }, at) => [at > 0 && ", ", named(data.clusters[cluster] ?? "")])),
    field(
      "Who",
      people.length === 0 ? "nobody" : folded(countOf(people), () => people.map((one) => named(holderName(one)))),
    ),
    field(
      "Place",
      same.length === 1
        ? place
        : folded(counted(same.length, "place"), () =>
            same.map((grant) => element("code", { class: "place" }, grant.place)),
          ),
    ),
  );
}

/** @param {GrantRow[]} rows @param {"role" | "where"} other @param {string} label */
function grantTable(rows, other, label) {
  const heads = ["Level", "Group", other === "role" ? "Role" : "Where", "Clusters", "Who", "Place in the file"];
  const head = element(
    "tr",
    { role: "row" },
    ...heads.map((title) => element("th", { scope: "col", role: "columnheader" }, title)),
  );
  return element(
    "table",
    { role: "table", class: "grants", "aria-label": label },
    element("thead", { role: "rowgroup" }, head),
    element("tbody", { role: "rowgroup" }, ...rows.map((one) => grantRow(one, other))),
  );
}

function forgetFolds() {
  for (const made of folds.keys()) if (!made.isConnected) folds.delete(made);
}

function drawRoles() {
  forgetFolds();
  const found = [...chosenGrants()];
  const parts = data.roles.flatMap(({ allows }, role) => {
    const rows = mergedRows(found.filter(([grant]) => grant.role === role));
    if (rows.length === 0) return [];
    const says = allows === undefined ? "Only the cluster knows what it allows." : `Allows: ${allows.join("; ")}.`;
    return [
      element("h3", {}, named(roleName(role))),
      element("p", { class: "faint" }, says),
      grantTable(rows, "where", roleName(role)),
    ];
  });
  byId("roles").replaceChildren(element("h2", {}, "By role"), ...(parts.length === 0 ? ["No grant matches."] : parts));
}

function drawNamespaces() {
  forgetFolds();
  const found = [...chosenGrants()];
  const whole = mergedRows(found.filter(([{ namespaces }]) => namespaces === 0));
  /** @type {Node[]} */
  const parts = [];
  if (whole.length > 0) {
    parts.push(
      element("h3", {}, "The whole cluster"),
      element("p", { class: "faint" }, "These hold in every namespace, in those below too."),
      grantTable(whole, "role", "The whole cluster"),
    );
  }
  for (const [namespace, name] of [...data.namespaces.entries()].sort(([, one], [, other]) => (one < other ? -1 : 1))) {
    if (choice.namespace >= 0 && choice.namespace !== namespace) continue;
    const rows = mergedRows(found.filter(([{ namespaces }]) => namespaces !== 0 && namespaces.includes(namespace)));
    if (rows.length > 0) parts.push(element("h3", {}, named(name)), grantTable(rows, "role", name));
  }
  byId("namespaces").replaceChildren(
    element("h2", {}, "By namespace"),
    ...(parts.length === 0 ? ["No grant matches."] : parts),
  );
}
