/** Colours have a contrast of 4.5 to 1 or more on either ground: w3.org/TR/WCAG22, 1.4.3. */
export const style = `:root {
  color-scheme: light dark;
  --ground: #ffffff; --text: #1b1f24; --faint: #57606a; --line: #d0d7de; --code: #f3f5f7; --link: #0b57d0;
}
@media (prefers-color-scheme: dark) {
  :root { --ground: #14171a; --text: #e3e6e9; --faint: #a3adb8; --line: #3a4149; --code: #20252b; --link: #8ab4f8; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.55 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0.5rem 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; margin: 2.2rem 0 0.6rem; padding-bottom: 0.3rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.3rem 0 0.4rem; }
p, ul, table, pre { margin: 0.6rem 0; }
ul { padding-left: 1.3rem; }
a { color: var(--link); }
a:focus-visible, pre:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
code { font: 0.875em/1.5 ui-monospace, Consolas, monospace; }
:not(pre) > code { background: var(--code); padding: 0.1em 0.3em; border-radius: 4px; overflow-wrap: anywhere; }
pre { background: var(--code); border: 1px solid var(--line); border-radius: 6px; padding: 0.7rem 0.9rem; overflow-x: auto; max-height: 24rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.45rem 0.8rem 0.45rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--faint); font-weight: 600; font-size: 0.875rem; white-space: nowrap; }
pre.sh { white-space: pre-wrap; overflow-wrap: anywhere; }
@media (max-width: 40rem) {
  table, tbody, tr, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { border-bottom: 1px solid var(--line); padding: 0.6rem 0; }
  td { border: 0; padding: 0.15rem 0; display: grid; grid-template-columns: 6.5rem 1fr; gap: 0.6rem; }
  td::before { content: attr(data-title); color: var(--faint); font-size: 0.875rem; }
}
@media print {
  :root { --ground: #ffffff; --text: #000000; --faint: #444444; --line: #999999; --code: #ffffff; --link: #000000; }
  main { max-width: none; padding: 0; }
  pre { max-height: none; white-space: pre-wrap; overflow-wrap: anywhere; }
  h2, h3 { break-after: avoid; }
  tr, pre { break-inside: avoid; }
}`;
