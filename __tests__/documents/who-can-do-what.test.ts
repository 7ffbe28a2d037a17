import { synthesize } from "../../main";
import { cli } from "../../commands/cli";
import { blocksOf, root } from "./page";

// What needs a repository is compared in against.test.ts.
const transcripts = blocksOf("docs/who-can-do-what.md").filter(
  ({ text }) => text.startsWith("$ npx entra-eks ") && !text.includes(" --against "),
);

const elsewhere = process.cwd();
beforeAll(() => {
  process.chdir(root);
});
afterAll(() => {
  process.chdir(elsewhere);
  process.exitCode = undefined;
});

async function answerOf(command: string): Promise<string> {
  const spy = jest.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    await cli(() => synthesize).parseAsync(command.split(" "), { from: "node" });
    return spy.mock.calls.map(([chunk]) => String(chunk)).join("");
  } finally {
    spy.mockRestore();
  }
}

test("there are answers to compare", () => {
  expect(transcripts.length).toBeGreaterThan(2);
});

test.each(transcripts)("the page shows what the program answers: $text", async ({ text }) => {
  const [command = "", ...answer] = text.split("\n");
  expect(await answerOf(command.replace("$ ", ""))).toBe(answer.join("\n"));
});
