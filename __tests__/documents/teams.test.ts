import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../commands/check";
import { loadAccess } from "../../config/load";
import { printed } from "../commands/printed";
import { blocksOf, proseOf, root } from "./page";

const page = "docs/teams.md";
const example = join(root, "docs", "examples", "teams");
const owners = readFileSync(join(example, ".github", "CODEOWNERS"), "utf8");
const lines = owners.split("\n").flatMap((line) => (/^[^#\s]/.test(line) ? [line.split(/\s+/)] : []));

/** As GitHub reads the file: the last line that matches counts. */
const ownerOf = (path: string) => lines.findLast(([pattern]) => pattern === "*" || pattern === `/${path}`)?.[1];

test("the page shows the CODEOWNERS of the example, and each of its paths is there", () => {
  expect(blocksOf(page).map(({ text }) => text)).toContain(owners);
  const paths = lines.map(([pattern = ""]) => pattern).filter((pattern) => pattern !== "*");
  expect(paths.filter((path) => !existsSync(join(example, path)))).toEqual([]);
});

test("each included file of the example has an owner of its own, and another one has the access file", () => {
  const { access } = loadAccess(join(example, "access.yaml"));
  const files = ["access.yaml", ".github/CODEOWNERS", ...Object.keys(access.include)].map(ownerOf);
  expect(files[0]).toBe("@contoso/platform");
  expect(files[1]).toBe(files[0]);
  expect(new Set(files).size).toBe(Object.keys(access.include).length + 1);
});

test("the mistake that the page shows is what check says of the example", () => {
  const read = (name: string) => readFileSync(join(example, name), "utf8");
  const payments = read("teams/payments.yaml");
  const wrong = payments.replace("[payments, payments-test]", "[payments, search]");
  expect(wrong).not.toBe(payments);
  const files = {
    "access.yaml": read("access.yaml"),
    "teams/payments.yaml": wrong,
    "teams/search.yaml": read("teams/search.yaml"),
  };
  const { stdout } = printed(files, (file) => check({ file, json: false }));
  expect(blocksOf(page).map(({ text }) => text)).toContain(stdout);
});

test("the page's own example passes: the access file with its include, and the team's file", () => {
  const [bounds = "", team = ""] = blocksOf(page).map(({ text }) => text);
  const main = `tenant: 8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11
clusters: { prod: { eks: { name: prod, region: eu-central-1 } } }
${bounds}`;
  const { code } = printed({ "access.yaml": main, "teams/payments.yaml": team }, (file) =>
    check({ file, json: false }),
  );
  expect(code).toBe(0);
});

test("the page names every bound", () => {
  const [entry] = Object.values(loadAccess(join(example, "access.yaml")).access.include);
  const words =
    proseOf(page) +
    blocksOf(page)
      .map(({ text }) => text)
      .join();
  expect(Object.keys(entry ?? {}).filter((bound) => !words.includes(bound))).toEqual([]);
});
