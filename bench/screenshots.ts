import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser, startBrowser } from "./browser";
import { samplePage } from "./sample-page";
import { terminalPicture } from "./terminal-picture";

const root = join(__dirname, "..");
const docs = join(root, "docs");
const browser = process.env["CHROME"] ?? "chromium";

/** What the stacks of the sample would put out. Nothing of it is anybody's. */
const outputs = {
  login: {
    client_id: "0c6f2a4e-31d7-4b8e-9f5a-7d2c1b3e4f50",
    issuer_url: "https://login.microsoftonline.com/8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11/v2.0",
  },
  "eks-prod": cluster("A1B2C3D4E5F6"),
  "eks-stage": cluster("F6E5D4C3B2A1"),
};

function cluster(id: string) {
  const certificate = `-----BEGIN CERTIFICATE-----\n${Buffer.from(id.repeat(60)).toString("base64")}\n-----END CERTIFICATE-----\n`;
  return {
    endpoint: `https://${id}.gr7.eu-central-1.eks.amazonaws.com`,
    certificate_authority: Buffer.from(certificate).toString("base64"),
  };
}

/** `npm run screenshots`: the pictures of docs that show what the program prints. It needs Chromium, as CHROME or on the PATH. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "entra-eks-screenshots-"));
  try {
    cpSync(join(root, "access.yaml"), join(folder, "access.yaml"));
    mkdirSync(join(folder, "state"));
    for (const [stack, values] of Object.entries(outputs)) {
      const state = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
      const text = JSON.stringify({ version: 4, outputs: state, resources: [] });
      writeFileSync(join(folder, "state", `${stack}.tfstate`), text);
    }
    const page = join(folder, "page.html");
    writeFileSync(
      page,
      entraEks("onboard", "carol@contoso.com", "--format", "html", "-f", join(folder, "access.yaml")),
    );
    for (const [name, scheme] of [
      ["light", 1],
      ["dark", 0],
    ] as const) {
      photograph(page, join(docs, `onboard-${name}.png`), scheme);
    }
    await photographReport(join(folder, "report.html"));
  } finally {
    rmSync(folder, { recursive: true });
  }
  writeFileSync(join(docs, "sandbox.svg"), terminalPicture(readFileSync(join(root, "README.md"), "utf8")));
}

const entraEks = (...args: readonly string[]) =>
  execFileSync(process.execPath, [join(root, "bin", "entra-eks.js"), ...args]);

/** @param scheme Chromium's `PreferredColorScheme`: 0 dark, 1 light */
function photograph(page: string, to: string, scheme: 0 | 1): void {
  // Chromium refuses to start its own sandbox for root, as whom containers run.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const args = ["--headless", "--disable-gpu", "--hide-scrollbars", "--window-size=760,830", ...asRoot];
  const scene = [`--blink-settings=preferredColorScheme=${scheme}`, `--screenshot=${to}`, `file://${page}`];
  execFileSync(browser, [...args, ...scene], { stdio: "ignore" });
}

/** How the page of a report looks on a desk, a tablet and a phone: the matrix, and why in the dark of the smaller ones. */
async function photographReport(file: string): Promise<void> {
  const found = findBrowser(process.env);
  if ("missing" in found) throw new Error(found.missing);
  writeFileSync(file, samplePage());
  const chromium = await startBrowser(found.binary);
  for (const [width, height] of [
    [1280, 860],
    [768, 860],
    [360, 760],
  ] as const) {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await chromium.newPage({ viewport: { width, height }, colorScheme });
      await page.goto(`file://${file}`);
      if (colorScheme === "dark" && width < 1280) {
        await page.locator("#rows tr", { hasText: "omar@contoso.com" }).locator("td button").first().click();
      } else if (width === 360) {
        await page.locator("#rows tr", { hasText: "omar@contoso.com" }).scrollIntoViewIfNeeded();
      }
      await page.screenshot({ path: join(docs, `report-${String(width)}-${colorScheme}.png`) });
      await page.close();
    }
  }
  await chromium.close();
}

void main();
