/** What the script fills. Until it runs, nothing of this is there. */
export const skeleton = `<div data-scripted hidden>
<div id="tabs" class="tabs" role="tablist" aria-label="Views">
<button type="button" role="tab" id="tab-people" aria-controls="people" aria-selected="true">People</button>
<button type="button" role="tab" id="tab-roles" aria-controls="roles" aria-selected="false" tabindex="-1">Roles</button>
<button type="button" role="tab" id="tab-namespaces" aria-controls="namespaces" aria-selected="false" tabindex="-1">Namespaces</button>
<button type="button" role="tab" id="tab-findings" aria-controls="findings" aria-selected="false" tabindex="-1">Findings</button>
</div>
<div id="sieve">
<form id="filters" class="filters" role="search" aria-label="Filter the report">
<div><label for="search">Person or group</label><input id="search" name="search" type="search" autocomplete="off" spellcheck="false"></div>
<button type="button" id="fold" class="plain fold" aria-expanded="false" aria-controls="selects">Filters</button>
<div id="selects" class="selects">
${select("cluster", "Cluster", "All")}
${select("group", "Group", "All")}
${select("role", "Role", "All")}
${select("namespace", "Namespace", "All")}
${select("level", "Level", "All")}
${select("who", "Show", "Everybody", { people: "People of the file", guests: "Guests", groups: "Members not in the file", nothing: "Who holds nothing", refused: "Who is refused" })}
${select("order", "Sort", "By name", { most: "Most access first" })}
<div class="clear"><button type="reset" class="plain">Clear</button></div>
</div>
</form>
<div class="bar">
<p id="shown" role="status"></p>
<ul class="legend" aria-label="What the levels mean">
<li><span class="level admin"><b aria-hidden="true">A</b> admin</span> as strong as cluster-admin</li>
<li><span class="level write"><b aria-hidden="true">W</b> write</span> changes something</li>
<li><span class="level read"><b aria-hidden="true">R</b> read</span> only sees</li>
<li><span class="level unknown"><b aria-hidden="true">?</b> unknown</span> only the cluster knows</li>
<li><span class="mark no">refused</span> cannot sign in there</li>
</ul>
</div>
</div>
<section id="people" role="tabpanel" aria-labelledby="tab-people">
<div id="frame" class="frame">
<table id="matrix" class="matrix" role="grid" aria-label="Who holds what on which cluster. Arrow keys move, Enter opens why.">
<thead id="heads" role="rowgroup"></thead>
<tbody id="rows" role="rowgroup"></tbody>
</table>
</div>
<button type="button" id="more" class="plain" hidden></button>
</section>
<section id="roles" role="tabpanel" aria-labelledby="tab-roles" hidden></section>
<section id="namespaces" role="tabpanel" aria-labelledby="tab-namespaces" hidden></section>
<section id="findings" role="tabpanel" aria-labelledby="tab-findings" hidden></section>
</div>
<dialog id="why" aria-labelledby="why-title">
<div class="top"><h2 id="why-title"></h2><button type="button" id="close" class="plain">Close</button></div>
<div id="why-text" class="text" tabindex="0" role="region" aria-labelledby="why-title"></div>
</dialog>`;

function select(id: string, label: string, all: string, choices: Readonly<Record<string, string>> = {}): string {
  const options = Object.entries(choices).map(([value, text]) => `<option value="${value}">${text}</option>`);
  return `<div><label for="${id}">${label}</label><select id="${id}" name="${id}"><option value="">${all}</option>${options.join("")}</select></div>`;
}
