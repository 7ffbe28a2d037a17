import { escaped } from "../html/escaped";
import type { Block, Page, Part, Text } from "./block";
import { style } from "./style";

/** Nothing is loaded and nothing runs, whoever worded what is on the page. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A page in one file that needs no other. */
export function inHtml({ title, blocks }: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>
${style}
</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${blocks.map(blockInHtml).join("\n")}
</main>
</body>
</html>`;
}

function blockInHtml(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case "paragraph":
      return `<p>${inLine(block.text)}</p>`;
    case "list":
      return `<ul>\n${block.items.map((item) => `<li>${inLine(item)}</li>`).join("\n")}\n</ul>`;
    case "table":
      return tableInHtml(block);
    case "code":
      return `<pre class="${block.language}"><code>${escaped(block.text)}</code></pre>`;
    case "file":
      return `<p><a download="${escaped(block.name)}" href="data:application/yaml;base64,${Buffer.from(block.text).toString("base64")}">Save ${escaped(block.name)}</a></p>\n${scrolled(block.text)}`;
  }
}

/** On a narrow screen each row is a block of its own, so each cell says what it is. */
function tableInHtml({ head, rows }: Extract<Block, { kind: "table" }>): string {
  const titles = head.map((title) => `<th scope="col" role="columnheader">${escaped(title)}</th>`).join("");
  const cells = (row: readonly Text[]) =>
    row
      .map(
        (cell, index) => `<td role="cell" data-title="${escaped(head[index] ?? "")}"><div>${inLine(cell)}</div></td>`,
      )
      .join("");
  const body = rows.map((row) => `<tr role="row">${cells(row)}</tr>`).join("\n");
  // A table that is laid out in another way is none for a screen reader, unless it says so.
  return `<table role="table">\n<thead role="rowgroup"><tr role="row">${titles}</tr></thead>\n<tbody role="rowgroup">\n${body}\n</tbody>\n</table>`;
}

/** A file keeps its lines: what is wider than the screen is scrolled, with the keyboard too. */
const scrolled = (text: string) => `<pre tabindex="0"><code>${escaped(text.replace(/\n$/, ""))}</code></pre>`;

const inLine = (text: Text) => text.map(part).join("");

function part(one: Part): string {
  if (typeof one === "string") return escaped(one);
  if ("code" in one) return `<code>${escaped(one.code)}</code>`;
  return `<a href="${escaped(one.link)}">${escaped(one.text)}</a>`;
}
