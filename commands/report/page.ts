import { createHash } from "node:crypto";
import { shown } from "../../config/text/shown";
import { escaped } from "../html/escaped";
import { jsonInScript } from "../html/json-in-script";
import { dataOf, type PageSubject } from "./page/data-of";
import { numbersOf } from "./page/numbers";
import { scriptOfPage, styleOfPage } from "./page/parts";
import { plainTables } from "./page/plain-tables";
import { skeleton } from "./page/skeleton";

/** A report as a page in one file that needs no other: it loads nothing, sends nothing and runs this program's script alone. */
export function reportPage(subject: PageSubject): string {
  const [style, script] = [`\n${styleOfPage()}\n`, `\n${scriptOfPage()}\n`];
  const { file, report, findings, at } = subject;
  const numbers = numbersOf(report, findings).map(
    ({ what, count, detail }) =>
      `<div><dt>${what}</dt><dd class="count">${count.toLocaleString("en")}</dd><dd class="detail">${detail}</dd></div>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Who can do what: ${escaped(shown(file))}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Who can do what</h1>
<p class="about">By <bdi>${escaped(shown(file))}</bdi> alone, on <time datetime="${day(at)}">${day(at)}</time>. What others granted in a cluster is not in it.</p>
<dl class="numbers">
${numbers.join("\n")}
</dl>
</header>
<main>
${skeleton}
<noscript>
${plainTables(subject)}
</noscript>
</main>
<script type="application/json" id="data">${jsonInScript(dataOf(subject))}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** Only this style and this script, and no text of the file can become HTML: w3.org/TR/CSP3, w3.org/TR/trusted-types. */
function policyFor(style: string, script: string): string {
  const only = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  return `default-src 'none'; style-src ${only(style)}; script-src ${only(script)}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
}

const day = (time: Date) => time.toISOString().slice(0, 10);
