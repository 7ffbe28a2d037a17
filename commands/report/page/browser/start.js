function choose() {
  readChoice();
  drawMatrix();
  show(current);
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

addEventListener("beforeprint", () => {
  drawAllRows();
  drawRoles();
  drawNamespaces();
});

for (const one of document.querySelectorAll("[data-scripted]")) one.removeAttribute("hidden");
offerChoices();
restoreChoice();
drawFindings();
choose();
