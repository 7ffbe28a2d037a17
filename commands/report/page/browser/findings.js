/** How many findings are shown until somebody asks for the rest. */
const findingsAtFirst = 100;

/** @param {import("../page-data").PageFinding} finding */
function findingItem({ severity, rule, place, finding, why, remedy, accepted, ended }) {
  return element(
    "li",
    {},
    element(
      "p",
      { class: "place-line" },
      element("span", { class: `severity ${severity}` }, severity),
      " ",
      element("code", { class: "place" }, place),
    ),
    element("p", {}, `It ${finding}.${why === undefined ? "" : ` ${why}`}`),
    element("p", {}, element("strong", {}, "Remedy: "), remedy),
    accepted !== undefined &&
      element("p", {}, element("strong", {}, `Accepted until ${accepted.until}: `), accepted.reason),
    ended !== undefined &&
      element("p", {}, element("strong", {}, `The file accepted it until ${ended}, which is past.`)),
    element("p", { class: "faint" }, element("code", {}, rule)),
  );
}

/** @param {string} title @param {readonly import("../page-data").PageFinding[]} found @param {string} none */
function findingList(title, found, none) {
  const list = element("ul", { class: "findings" }, ...found.slice(0, findingsAtFirst).map(findingItem));
  /** @type {Child[]} */
  const parts = [element("h2", {}, title), found.length === 0 ? element("p", {}, none) : list];
  if (found.length > findingsAtFirst) {
    const rest = element("button", { type: "button", class: "plain" }, `Show all ${found.length.toLocaleString("en")}`);
    rest.addEventListener("click", () => {
      list.append(...found.slice(findingsAtFirst).map(findingItem));
      rest.remove();
      /** @type {HTMLElement | undefined} */ (list.children[findingsAtFirst])?.focus();
    });
    parts.push(rest);
  }
  return parts;
}

function drawFindings() {
  const open = data.findings.filter(({ accepted }) => accepted === undefined);
  const accepted = data.findings.filter((one) => one.accepted !== undefined);
  const severities = ["high", "medium", "low"];
  open.sort((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity));
  const parts = [
    ...findingList("Findings", open, "There is nothing to warn of."),
    ...(accepted.length === 0 ? [] : findingList("Accepted for now", accepted, "")),
  ];
  byId("tab-findings").textContent = open.length === 0 ? "Findings" : `Findings (${open.length.toLocaleString("en")})`;
  byId("findings").replaceChildren(...parts.filter((one) => one !== false && one !== undefined));
}
