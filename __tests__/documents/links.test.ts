import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { linked, proseOf, read, root } from "./page";

/** As GitHub names the headings of a page. */
function anchorsOf(page: string): Set<string> {
  const told = new Map<string, number>();
  return new Set(
    [...proseOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => {
      const anchor = heading
        .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .trim()
        .replace(/\s/g, "-");
      const before = told.get(anchor) ?? 0;
      told.set(anchor, before + 1);
      return before === 0 ? anchor : `${anchor}-${String(before)}`;
    }),
  );
}

test.each(linked)("every link of %s leads to a file and a heading of this repository", (page) => {
  const targets = [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
  const broken = targets.filter((target) => {
    if (/^https:\/\//.test(target)) return false;
    const [path = "", anchor] = target.split("#");
    const file = path === "" ? page : join(dirname(page), path);
    if (!existsSync(join(root, file))) return true;
    return anchor !== undefined && !(file.endsWith(".md") && anchorsOf(file).has(anchor));
  });
  expect(broken).toEqual([]);
});

test("the README leads to every page of docs", () => {
  const readme = read("README.md");
  const pages = linked.filter((page) => /^docs\/[^/]+\.md$/.test(page));
  expect(pages.filter((page) => !readme.includes(`](${page}`))).toEqual([]);
});
