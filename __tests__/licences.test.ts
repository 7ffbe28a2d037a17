import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Locked {
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

/** What a company may ship without publishing its own code. MPL-2.0 asks that only of changes to the package itself. */
const allowed = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MPL-2.0",
  "Public Domain",
  "Unlicense",
]);

const { packages } = JSON.parse(readFileSync(join(__dirname, "..", "package-lock.json"), "utf8")) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

/** An SPDX expression of alternatives suffices if one of them is allowed. */
const suffices = (licence = "") =>
  licence
    .replace(/^\((.*)\)$/, "$1")
    .split(" OR ")
    .some((one) => allowed.has(one));

test("every package that users install has a licence that a company may ship", () => {
  const installed = Object.entries(packages).filter(([path, { dev }]) => path !== "" && dev !== true);
  expect(installed.length).toBeGreaterThan(100);
  const others = installed.filter(([, { license }]) => !suffices(license));
  expect(others.map(([path, { license }]) => `${path}: ${license ?? "no licence"}`)).toEqual([]);
});
