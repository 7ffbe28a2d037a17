const fold = byId("fold");

function choose() {
  readChoice();
  drawMatrix();
  show(current);
  const set = [...new FormData(filters)].filter(([name, value]) => name !== "search" && value !== "").length;
  fold.textContent = set === 0 ? "Filters" : `Filters (${set} set)`;
}

/** @type {number | undefined} */
let waiting;
filters.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(choose, 80);
});
filters.addEventListener("submit", (event) => event.preventDefault());
// The controls are empty again only after the event.
filters.addEventListener("reset", () => setTimeout(choose));

fold.addEventListener("click", () =>
  fold.setAttribute("aria-expanded", `${fold.getAttribute("aria-expanded") === "false"}`),
);

addEventListener("beforeprint", () => {
  drawAllRows();
  drawRoles();
  drawNamespaces();
  unfoldPlaces();
});

for (const one of document.querySelectorAll("[data-scripted]")) one.removeAttribute("hidden");
offerChoices();
restoreChoice();
drawFindings();
choose();
