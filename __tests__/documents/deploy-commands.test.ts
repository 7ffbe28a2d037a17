import { readdirSync } from "node:fs";
import { join } from "node:path";
import { additions, first, removals } from "../e2e/documented";
import { pages, read, root } from "./page";

/** The commands in code of the documents, without their comments; `synth|diff|…` is a list and `<stack>` is no name. */
const commands = pages.flatMap((file) =>
  [...read(file).matchAll(/npx cdktf [^`#\n]+/g)].map(([command]) => command.trim()),
);

test("every cdktf command of the documents is run end to end, and no other", () => {
  const run = [...first, ...additions, ...removals].map(({ command }) => command);
  const told = commands.filter((command) => !/[|<]/.test(command));
  expect([...new Set(told)].sort()).toEqual([...new Set(run)].sort());
});

test("what messages have anybody deploy is worded in one place", () => {
  const sources = ["commands", "config", "constructs", "model", "stacks"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  );
  const own = sources.filter(
    (file) =>
      file.endsWith(".ts") &&
      /npx cdktf deploy (?!'\*')/.test(read(file)) &&
      file !== "model/terraform/deploy-command.ts",
  );
  expect(own).toEqual([]);
});

test("no document has anybody set the variable that makes cdktf forget its order", () => {
  for (const file of pages) expect(read(file)).not.toMatch(/CDKTF_IGNORE_MISSING_STACK_DEPENDENCIES=/);
});
