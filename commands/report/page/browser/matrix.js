const matrix = /** @type {HTMLTableElement} */ (byId("matrix"));
const body = /** @type {HTMLTableSectionElement} */ (byId("rows"));
const more = byId("more");

/** How many rows are made before somebody asks for more, and in one go. */
const [rowsAtFirst, rowsAtOnce, rowsOfScreen] = [500, 100, 40];

/** @type {{ holders: readonly Holder[], clusters: readonly number[], limit: number, run: number }} */
const view = { holders: [], clusters: [], limit: rowsAtFirst, run: 0 };

/** Cells of whoever is in the same groups are the same. @type {Map<number, HTMLTableCellElement[]>} */
const cellsOf = new Map();

/** @param {Holding[]} held on one cluster */
function summaryOf(held) {
  const level = Math.max(...held.map(({ grant }) => grant.level));
  const strongest = held.filter(({ grant }) => grant.level === level);
  const whole = strongest.some(({ grant }) => grant.namespaces === 0);
  const inside = [...new Set(strongest.flatMap(({ grant }) => grant.namespaces || []))];
  const beyond = whole
    ? []
    : held.filter(({ grant: { level: other, namespaces } }) => {
        return other !== level && (namespaces === 0 || namespaces.some((one) => !inside.includes(one)));
      });
  const names = inside.map((one) => data.namespaces[one] ?? "");
  const where = names.length < 3 ? names.join(", ") : `${names[0] ?? ""} and ${names.length - 1} more`;
  return {
    level: levelName(level),
    where: whole ? "whole cluster" : where,
    more: beyond.length === 0 ? "" : levelName(Math.max(...beyond.map(({ grant }) => grant.level))),
  };
}

/** @param {number} cluster @param {Holding[]} held */
function cell(cluster, held) {
  const made = element("td", { role: "gridcell" });
  if (held.length === 0) return made;
  const { level, where, more } = summaryOf(held);
  made.append(
    element(
      "button",
      { type: "button", tabindex: "-1" },
      element("span", { class: "on" }, data.clusters[cluster] ?? ""),
      " ",
      badge(level),
      " ",
      element("span", { class: "where" }, where),
      more !== "" && " ",
      more !== "" && element("span", { class: "where" }, `${more} elsewhere`),
    ),
  );
  return made;
}

/** @param {Holder} holder */
function row(holder) {
  let cells = cellsOf.get(holder.membership);
  if (cells === undefined) {
    const held = holdingsOf(holder);
    cells = view.clusters.map((cluster) =>
      cell(
        cluster,
        held.filter(({ grant }) => grant.cluster === cluster),
      ),
    );
    cellsOf.set(holder.membership, cells);
  }
  const made = element("tr", { role: "row" });
  made.dataset.holder = `${holder.index}`;
  made.append(rowHead(holder), ...cells.map((one) => one.cloneNode(true)));
  for (const [position, cluster] of view.clusters.entries()) {
    if (holder.refused.has(cluster)) refuse(made.cells[position + 1], "refused");
    else if (holder.withoutGroups.has(cluster)) refuse(made.cells[position + 1], "no groups");
  }
  return made;
}

/** @param {HTMLTableCellElement | undefined} made @param {string} mark */
function refuse(made, mark) {
  const button = made?.firstElementChild;
  if (!button) return;
  button.classList.add("refused");
  button.querySelector(".level")?.before(element("span", { class: "mark no" }, mark), " ");
}

/** @param {Holder} holder */
function rowHead(holder) {
  const { kind, membership, refused } = holder;
  const held = heldBy[membership] ?? [];
  const clusters = new Set(held.map(({ grant }) => grant.cluster));
  return element(
    "th",
    { scope: "row", role: "rowheader" },
    element("button", { type: "button", tabindex: "-1" }, named(holderName(holder))),
    kind === "guest" && element("span", { class: "mark" }, "guest"),
    kind === "existing" && element("span", { class: "mark" }, "kept by others"),
    kind === "rule" && element("span", { class: "mark" }, "chosen by a rule"),
    held.length === 0 && element("span", { class: "mark" }, "holds nothing"),
    clusters.size > 0 && refused.size === clusters.size && element("span", { class: "mark no" }, "cannot sign in"),
  );
}

function drawHead() {
  const titles = view.clusters.map((cluster) =>
    element("th", { scope: "col", role: "columnheader" }, named(data.clusters[cluster] ?? "")),
  );
  const first = element("th", { scope: "col", role: "columnheader" }, "Who");
  byId("heads").replaceChildren(element("tr", { role: "row", "aria-rowindex": "1" }, first, ...titles));
  const width = view.clusters.length < 9 ? 8 : 7.5;
  matrix.style.setProperty("--width", `${width}rem`);
  matrix.style.setProperty("--clusters", `${view.clusters.length}`);
}

/** @param {number} to */
function drawRows(to) {
  const rows = view.holders.slice(body.rows.length, to).map(row);
  const from = body.rows.length + 2;
  for (const [index, one] of rows.entries()) one.setAttribute("aria-rowindex", `${from + index}`);
  body.append(...rows);
}

/** @param {() => void} next */
const afterPaint = (next) => requestAnimationFrame(() => setTimeout(next));

/** The screen first, the rest in steps between which the page answers. */
function drawMore() {
  const run = ++view.run;
  const step = () => {
    const end = Math.min(view.limit, view.holders.length);
    if (run !== view.run || body.rows.length >= end) return;
    drawRows(Math.min(end, body.rows.length + rowsAtOnce));
    afterPaint(step);
  };
  afterPaint(step);
  const left = view.holders.length - view.limit;
  more.hidden = left <= 0;
  more.textContent = `Show ${Math.min(left, rowsAtFirst).toLocaleString("en")} more of ${counted(view.holders.length, "row")}`;
}

function drawMatrix() {
  view.holders = chosenHolders();
  view.clusters = choice.cluster < 0 ? data.clusters.map((_, index) => index) : [choice.cluster];
  view.limit = rowsAtFirst;
  cellsOf.clear();
  body.replaceChildren();
  drawHead();
  matrix.setAttribute("aria-rowcount", `${view.holders.length + 1}`);
  drawRows(Math.min(rowsOfScreen, view.holders.length));
  enterAtFirstCell();
  drawMore();
  const nobody = view.holders.length === 0;
  byId("frame").hidden = nobody;
  const all = view.holders.length === holders.length ? "" : ` of ${holders.length.toLocaleString("en")}`;
  byId("shown").textContent = nobody
    ? "Nobody matches. Take a filter away."
    : `${view.holders.length.toLocaleString("en")}${all} ${holders.length === 1 ? "row" : "rows"}`;
}

/** On paper nothing is left for later. */
function drawAllRows() {
  view.run++;
  view.limit = view.holders.length;
  drawRows(view.limit);
  more.hidden = true;
}

more.addEventListener("click", () => {
  const next = body.rows.length;
  view.limit += rowsAtFirst;
  drawRows(next + 1);
  drawMore();
  const first = body.rows[next]?.cells[0];
  if (first !== undefined) enter(first);
});
