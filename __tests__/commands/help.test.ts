import { readFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { cli } from "../../commands/cli";

const root = join(__dirname, "..", "..");
const program = cli(() => {
  throw new Error("nothing is synthesized");
});
const verbs = program.commands.map((verb) => verb.name());
const command = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(root, "bin", "entra-eks.js"), ...args], { cwd: __dirname, encoding: "utf8" });

test("the help lists every verb under what it is for, those that somebody begins with first", () => {
  const help = program.helpInformation();
  const headings = [...help.matchAll(/^(\S.*):$/gm)].map(([, heading]) => heading);
  expect(headings.slice(0, 3)).toEqual(["Options", "Begin, and change the access file", "Deploy"]);
  expect(headings).not.toContain("Commands");
  expect([...help.matchAll(/^ {2}([a-z-]+) /gm)].map(([, verb]) => verb)).toEqual([...verbs, "help"]);
  expect(verbs.slice(0, 5)).toEqual(["init", "check", "sandbox", "permissions", "plan"]);
});

test("each argument of a verb is explained before its options", () => {
  for (const verb of program.commands) {
    const help = verb.helpInformation();
    const named = verb.registeredArguments.length > 0;
    expect([
      verb.name(),
      help.indexOf("\nArguments:") > 0 && help.indexOf("\nArguments:") < help.indexOf("\nOptions:"),
    ]).toEqual([verb.name(), named]);
  }
});

test("the page of the access file lists every verb", () => {
  const page = readFileSync(join(root, "docs/access-file.md"), "utf8");
  const rows = [...page.matchAll(/^\| (`npx entra-eks .*?) \| /gm)].map(([, cell = ""]) => cell);
  const named = rows.flatMap((cell) => [...cell.matchAll(/`(?:npx entra-eks )?([a-z-]+)`/g)].map(([, verb]) => verb));
  expect(named.sort()).toEqual([...verbs].sort());
});

test.each([
  [["chek"], "error: unknown command 'chek'\n(Did you mean check?)\nAdd --help to see what can be written here\n"],
  [
    ["check", "other.yaml"],
    "error: too many arguments for 'check'. Expected 0 arguments but got 1.\nAdd --help to see what can be written here; --file names the access file\n",
  ],
])("a wrong call says what to do next: %j", (args, stderr) => {
  expect(command(...args)).toMatchObject({ status: 2, stdout: "", stderr });
});
