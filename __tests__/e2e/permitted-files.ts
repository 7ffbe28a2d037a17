import { readFileSync } from "node:fs";
import { join } from "node:path";
import { accessOf } from "../access-text";

const text = readFileSync(join(__dirname, "..", "..", "docs", "examples", "everything.yaml"), "utf8");

/** The file with everything that is documented. */
export const permitted = accessOf(text);

/** The file before somebody left. */
export const before = accessOf(text.replace("{ left: true }", "{ create: { displayName: Otto } }"));

/** Changes something of each stack that can be changed: an owner, a tag, names that bindings carry, rules, a secret's date. */
export const edited = accessOf(
  text
    .replace(/owners: \[grace@contoso.com\](?=\s+attributes)/, "owners: [carol@contoso.com, grace@contoso.com]")
    .replace("tags: { team: platform }", "tags: { owner: platform }")
    .replace("  devs:\n", "  devs:\n    displayName: Developers\n")
    .replace("seniors: {", "seniors: { displayName: Seniors,")
    .replace("verbs: [get, delete]", "verbs: [get]")
    .replace("verbs: [list]", "verbs: [get]")
    .replace('version: "3.15" }', 'version: "3.15", secret: { rotate: "2026-11-22" } }'),
);
