import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client, presets } from "../../../config/schema/clients/client";
import { presetOf } from "../../../model/clients/presets";

const page = readFileSync(join(__dirname, "..", "..", "..", "docs", "clients.md"), "utf8");

test("docs/clients.md has a row for each preset, with the callback that the preset registers", () => {
  const rows = [...page.matchAll(/^\| `([a-z-]+)` \| (?:`([^`]*)`|none:[^|]*) \|/gm)];
  const told = rows.map(([, name = "", callback = ""]) => [name, callback]);
  const known = presets.map((preset) => [preset, presetOf({ preset })?.callback]);
  expect(told.sort()).toStrictEqual(known.sort());
});

test("the schema names the presets that have roles of their own", () => {
  const withRoles = presets.filter((preset) => presetOf({ preset })?.roles.length !== 0);
  expect(Client.shape.groups.description).toContain(`Only ${withRoles.join(" and ")} have roles of their own.`);
});
