/** One stop of the Tab key for the whole table; arrows go on from there: w3.org/WAI/ARIA/apg/patterns/grid. */

/** What takes the focus in a cell. @param {HTMLTableCellElement} one */
const targetIn = (one) => one.querySelector("button") ?? one;

/** @type {HTMLElement | undefined} */
let entrance;

/** @param {HTMLElement | undefined} target */
function makeEntrance(target) {
  if (entrance !== undefined) entrance.tabIndex = -1;
  entrance = target;
  if (target !== undefined) target.tabIndex = 0;
}

function enterAtFirstCell() {
  const first = body.rows[0]?.cells[0];
  makeEntrance(first === undefined ? undefined : targetIn(first));
}

/** @param {HTMLTableCellElement} one */
function enter(one) {
  makeEntrance(targetIn(one));
  entrance?.focus();
}

/** On a narrow screen a cell that holds nothing is not there. @param {HTMLTableCellElement | undefined} one */
const isThere = (one) => one !== undefined && one.getClientRects().length > 0;

/** The next cell of a row in a direction. @param {HTMLTableRowElement} line @param {number} from @param {number} by */
function beside(line, from, by) {
  let at = from + by;
  while (at >= 0 && at < line.cells.length && !isThere(line.cells[at])) at += by;
  return line.cells[at];
}

/** @param {number} at @param {number} column */
function inRow(at, column) {
  const line = body.rows[Math.max(0, Math.min(at, body.rows.length - 1))];
  const wanted = line?.cells[column];
  return isThere(wanted) ? wanted : line?.cells[0];
}

/** @param {KeyboardEvent} event @param {HTMLTableCellElement} from */
function cellByKey({ key, ctrlKey }, from) {
  const line = /** @type {HTMLTableRowElement} */ (from.parentElement);
  const [at, column] = [line.sectionRowIndex, from.cellIndex];
  switch (key) {
    case "ArrowRight":
      return beside(line, column, 1);
    case "ArrowLeft":
      return beside(line, column, -1);
    case "ArrowDown":
      return inRow(at + 1, column);
    case "ArrowUp":
      return inRow(at - 1, column);
    case "PageDown":
      return inRow(at + 10, column);
    case "PageUp":
      return inRow(at - 10, column);
    case "Home":
      return ctrlKey ? inRow(0, 0) : line.cells[0];
    case "End": {
      const last = ctrlKey ? body.rows[body.rows.length - 1] : line;
      return last === undefined ? undefined : beside(last, last.cells.length, -1);
    }
  }
  return undefined;
}

/** @param {EventTarget | null} target */
const cellAround = (target) =>
  target instanceof Element ? /** @type {HTMLTableCellElement | null} */ (target.closest("td, tbody th")) : null;

matrix.addEventListener("keydown", (event) => {
  const from = cellAround(event.target);
  const to = from === null || event.altKey || event.metaKey ? undefined : cellByKey(event, from);
  if (to === undefined) return;
  event.preventDefault();
  enter(to);
});

matrix.addEventListener("focusin", ({ target }) => {
  if (target instanceof HTMLElement && cellAround(target) !== null) makeEntrance(target);
});
