/** Tabs by the pattern of w3.org/WAI/ARIA/apg/patterns/tabs. */
const tabs = /** @type {HTMLElement[]} */ ([...byId("tabs").children]);

/** What makes the contents of a tab, each time the filters change. @type {Readonly<Record<string, () => void>>} */
const draws = { roles: drawRoles, namespaces: drawNamespaces };

/** @param {HTMLElement} tab */
const panelOf = (tab) => byId(tab.getAttribute("aria-controls") ?? "");

let current = tabs[0];

/** @param {HTMLElement | undefined} wanted */
function show(wanted) {
  if (wanted === undefined) return;
  current = wanted;
  for (const tab of tabs) {
    const isWanted = tab === wanted;
    tab.setAttribute("aria-selected", `${isWanted}`);
    tab.tabIndex = isWanted ? 0 : -1;
    panelOf(tab).hidden = !isWanted;
  }
  byId("sieve").hidden = panelOf(wanted).id === "findings";
  draws[panelOf(wanted).id]?.();
}

byId("tabs").addEventListener("click", ({ target }) => {
  if (target instanceof Element) show(tabs.find((tab) => tab.contains(target)));
});

byId("tabs").addEventListener("keydown", (event) => {
  const at = tabs.findIndex((tab) => tab === current);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  show(tabs[(to + tabs.length) % tabs.length]);
  current?.focus();
});
