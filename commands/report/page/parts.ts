import { readFileSync } from "node:fs";
import { join } from "node:path";

const read = (name: string) => readFileSync(join(__dirname, name), "utf8").trim();

/** The parts of the script, those first that others need when they start. */
const scripts = ["elements", "holdings", "filters", "matrix", "grid-keys", "why", "lists", "findings", "tabs", "start"];

/** How the page looks. */
export const styleOfPage = () => read("page.css");

/** What the page does in a browser: plain JavaScript, which `commands/report/page/browser/tsconfig.json` checks. */
export const scriptOfPage = () =>
  ["{", '"use strict";', ...scripts.map((name) => read(`browser/${name}.js`)), "}"].join("\n");
