const dialog = /** @type {HTMLDialogElement} */ (byId("why"));

/** `developers (EKS developers)` @param {number} group */
function groupInWords(group) {
  const { key = "", name } = data.groups[group] ?? {};
  return element(
    "span",
    {},
    element("strong", {}, named(key)),
    name !== undefined && element("span", {}, " (", named(name), ")"),
  );
}

/** @param {Holder} holder */
function firstStep(holder) {
  const name = element("strong", {}, named(holderName(holder)));
  if (holder.kind === "existing")
    return element("li", {}, name, ": others keep this group, so it has members that the file does not name");
  if (holder.kind === "rule") return element("li", {}, name, ": Entra chooses its members by a rule");
  return element("li", {}, name, holder.kind === "guest" && element("span", { class: "mark" }, "guest"));
}

/** @param {Holder} holder @param {readonly number[]} way */
function membershipSteps({ kind }, way) {
  const isPerson = kind === "person" || kind === "guest";
  return way.slice(isPerson ? 0 : 1).map((group, position) => {
    return element("li", {}, position === 0 && isPerson ? "is in " : "which is in ", groupInWords(group));
  });
}

/** @param {Grant} grant */
function allowedBy({ role }) {
  const { kind = "", name = "", allows } = data.roles[role] ?? {};
  if (allows === undefined) {
    const command = element("code", {}, `kubectl describe ${kind.toLowerCase()} ${name}`);
    return element("li", {}, "Only the cluster knows what this role allows. Ask it: ", command);
  }
  const [only] = allows;
  if (allows.length === 1 && only !== undefined) return element("li", {}, "which allows: ", only);
  return element("li", {}, "which allows:", element("ul", {}, ...allows.map((one) => element("li", {}, one))));
}

/** @param {Grant} grant */
function findingsAbout(grant) {
  const found = data.findings.filter((one) => one.grant === grant.index);
  return found.map(({ severity, finding, accepted }) =>
    element(
      "p",
      { class: "note" },
      element("span", { class: `severity ${severity}` }, severity),
      " This grant ",
      finding,
      accepted !== undefined && `. Accepted until ${accepted.until}: ${accepted.reason}`,
    ),
  );
}

/** @param {Holder} holder @param {Holding} holding */
function chain(holder, { grant, way }) {
  const { role, namespaces, level, place, cluster } = grant;
  const on = namespaces === 0 ? ` ${whereOf(namespaces)} ` : ` ${whereOf(namespaces)} on `;
  return element(
    "div",
    { class: "chain" },
    badge(levelName(level)),
    element(
      "ol",
      {},
      firstStep(holder),
      ...membershipSteps(holder, way),
      element(
        "li",
        {},
        "which has ",
        element("strong", {}, named(roleName(role))),
        on,
        named(data.clusters[cluster] ?? ""),
        element("code", { class: "place" }, place),
      ),
      allowedBy(grant),
    ),
    ...findingsAbout(grant),
  );
}

/** @param {Holder} holder @param {number} cluster @param {readonly Holding[]} held */
function refusalOn(holder, cluster, held) {
  const isRefused = holder.refused.has(cluster);
  const reason = data.reasons[(isRefused ? holder.refused : holder.withoutGroups).get(cluster) ?? -1];
  if (reason === undefined || held.length === 0) return undefined;
  const name = data.clusters[cluster] ?? "";
  return element(
    "p",
    { class: "refusal" },
    element(
      "strong",
      {},
      named(name),
      isRefused ? " does not let this person in." : " knows no groups of this person.",
    ),
    ` ${reason}`,
  );
}

/** @param {Holder} holder @param {number} cluster */
function explainCell(holder, cluster) {
  const held = holdingsOf(holder).filter(({ grant }) => grant.cluster === cluster);
  const hidden =
    (heldBy[holder.membership] ?? []).filter(({ grant }) => grant.cluster === cluster).length - held.length;
  open(
    [named(holderName(holder)), " on ", named(data.clusters[cluster] ?? "")],
    [
      refusalOn(holder, cluster, held),
      ...held.map((one) => chain(holder, one)),
      hidden > 0 && element("p", { class: "faint" }, `The filters hide ${counted(hidden, "more grant")} here.`),
    ],
  );
}

/** @param {Holder} holder */
function explainHolder(holder) {
  const held = heldBy[holder.membership] ?? [];
  const ways = (data.memberships[holder.membership] ?? []).map(groupsOn);
  const idle = [...new Set(ways.map((way) => way.at(-1) ?? -1))].filter((group) => grantsOfGroup[group]?.length === 0);
  const clusters = [...new Set(held.map(({ grant }) => grant.cluster))];
  open(
    [named(holderName(holder))],
    [
      held.length === 0 &&
        element(
          "p",
          {},
          ways.length === 0
            ? "This person is in no group, so holds nothing."
            : "No grant names a group that this person is in.",
        ),
      ...clusters.flatMap((cluster) => {
        const there = held.filter(({ grant }) => grant.cluster === cluster);
        return [
          element("h3", {}, "On ", named(data.clusters[cluster] ?? "")),
          refusalOn(holder, cluster, there),
          ...there.map((one) => chain(holder, one)),
        ];
      }),
      idle.length > 0 &&
        element("p", { class: "faint" }, `Also in groups that have no grant: ${idle.map(groupKey).join(", ")}.`),
    ],
  );
}

/** @param {Child[]} title @param {Child[]} content */
function open(title, content) {
  byId("why-title").replaceChildren(...title.filter((one) => one !== false && one !== undefined));
  byId("why-text").replaceChildren(...content.filter((one) => one !== false && one !== undefined));
  dialog.showModal();
  byId("why-text").scrollTop = 0;
}

matrix.addEventListener("click", ({ target }) => {
  const one = cellAround(target);
  const button = one?.querySelector("button");
  const holder = holders[Number(one?.parentElement?.dataset["holder"] ?? -1)];
  if (one === null || !button || holder === undefined) return;
  button.focus();
  if (one.cellIndex === 0) explainHolder(holder);
  else explainCell(holder, view.clusters[one.cellIndex - 1] ?? -1);
});

byId("close").addEventListener("click", () => dialog.close());
// A click beside the dialog is on its backdrop.
dialog.addEventListener("click", ({ target }) => {
  if (target === dialog) dialog.close();
});
