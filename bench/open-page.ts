import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { reportPage } from "../commands/report/page";
import { accessFile, type Size } from "./access-file";
import { findBrowser, startBrowser } from "./browser";
import { median } from "./median";
import { subjectOf } from "./sample-page";

/** What it takes to open the page of a report. */
export interface Opening {
  readonly people: number;
  readonly kibibytes: number;
  /** Seconds from the start of the navigation until the first screen of the matrix is painted and can be used. */
  readonly painted: number;
  /** Seconds until as many rows are there as the page makes by itself. */
  readonly complete: number;
}

/**
 * Opens the page of a report of each size, several times.
 *
 * @param folder where to write the pages
 * @returns why it is not measured, where there is no Chromium
 */
export async function openReportPages(
  sizes: readonly Size[],
  folder: string,
  rounds: number,
): Promise<readonly Opening[] | string> {
  const found = findBrowser(process.env);
  if ("missing" in found) return found.missing;
  const browser = await startBrowser(found.binary);
  const openings: Opening[] = [];
  for (const size of sizes) {
    const file = join(folder, "report.html");
    const page = reportPage(subjectOf(accessFile(size)));
    writeFileSync(file, page);
    const runs = [];
    for (let round = 0; round < rounds; round += 1) runs.push(await openOnce(browser, file));
    openings.push({
      people: size.groups * size.members,
      kibibytes: page.length / 1024,
      painted: median(runs.map(({ painted }) => painted)),
      complete: median(runs.map(({ complete }) => complete)),
    });
  }
  await browser.close();
  return openings;
}

/** Runs before the page: notes when what its script made at once is painted. performance.now() begins with the navigation. */
const notePaint = `addEventListener("DOMContentLoaded", () =>
  requestAnimationFrame(() => setTimeout(() => document.documentElement.dataset.painted = performance.now())))`;
const untilComplete = `new Promise((done) => {
  const look = () => document.getElementById("rows").rows.length >= Math.min(500, document.getElementById("matrix").ariaRowCount - 1)
    ? requestAnimationFrame(() => setTimeout(() => done(performance.now())))
    : setTimeout(look, 5);
  look();
})`;

async function openOnce(browser: Browser, file: string) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    await page.addInitScript(notePaint);
    await page.goto(`file://${file}`);
    const complete = await page.evaluate<number>(untilComplete);
    const painted = Number(await page.evaluate("document.documentElement.dataset.painted"));
    return { painted: painted / 1000, complete: complete / 1000 };
  } finally {
    await page.close();
  }
}
