import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { terminalPicture } from "../../bench/terminal-picture";
import { linked, read, root } from "./page";

test("the picture of the sandbox is the table of the README; npm run screenshots makes it", () => {
  expect(read("docs/sandbox.svg")).toBe(terminalPicture(read("README.md")));
});

test("every picture of docs stands on a page, and none is too large to wait for", () => {
  const pictures = readdirSync(join(root, "docs")).filter((name) => /\.(png|svg)$/.test(name));
  const texts = linked.map(read).join("\n");
  expect(pictures.filter((name) => !texts.includes(name))).toEqual([]);
  expect(pictures.filter((name) => statSync(join(root, "docs", name)).size > 150_000)).toEqual([]);
});
