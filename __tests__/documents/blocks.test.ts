import { parse } from "yaml";
import { synthesize } from "../../main";
import { cli } from "../../commands/cli";
import { mistakesIn } from "../access-text";
import { blocksOf, commandsIn, pages, read, root } from "./page";

const blocks = pages.flatMap(blocksOf);
const scripts = blocks.filter(({ language }) => language === "sh");
const free = scripts.filter(({ needs }) => needs === undefined);

/** What CI runs as the first thing, on a machine that has Node.js and nothing else. */
const inCi = (command: string) => new RegExp(`^${command}( |$)`, "m").test(read(".ci/run"));

test("there are blocks to judge", () => {
  expect([scripts.length, free.length].map((count) => count > 2)).toEqual([true, true]);
});

const elsewhere = process.cwd();
beforeAll(() => {
  process.chdir(root);
});
afterAll(() => {
  process.chdir(elsewhere);
});

/** Runs `npx entra-eks …` in the folder of the repository; its exit status. */
async function run(command: string): Promise<unknown> {
  const quiet = ["stdout", "stderr"] as const;
  const spies = quiet.map((stream) => jest.spyOn(process[stream], "write").mockReturnValue(true));
  try {
    await cli(() => synthesize).parseAsync(command.split(" "), { from: "node" });
    return process.exitCode;
  } finally {
    process.exitCode = undefined;
    for (const spy of spies) spy.mockRestore();
  }
}

test("a command block that says nothing of what it needs is run: by CI, or here", async () => {
  const commands = [...new Set(free.flatMap(commandsIn))].filter((command) => !inCi(command));
  const unknown = commands.filter((command) => !command.startsWith("npx entra-eks "));
  expect(unknown).toEqual([]);
  for (const command of commands) expect([command, await run(command)]).toEqual([command, 0]);
});

test("a block that says what it needs has a command that needs it", () => {
  const needy =
    /^(npx cdktf (deploy|destroy|diff|output)|npx entra-eks (authentication|client-values|deploy|doctor|explain|kubeconfig|onboard|plan|portal-values|sandbox)|kubectl|npm install|terraform|az |oc |ssh|openssl|cd )/;
  const idle = scripts.filter(
    (block) => block.needs !== undefined && !commandsIn(block).some((one) => needy.test(one)),
  );
  expect(idle.map(({ page, text }) => `${page}: ${text}`)).toEqual([]);
});

const smallest = `
tenant: 8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11
groups: { cluster-admins: { members: [ada@contoso.com] } }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants: [{ group: cluster-admins, clusterRole: view }]
`;

test.each(blocks.filter(({ language }) => language === "yaml"))(
  "the YAML of $page is an access file, or a part of one: $text",
  ({ text }) => {
    const whole = { ...(parse(smallest) as object), ...(parse(text) as object) };
    // A part names groups for its own sake, while the cluster has others.
    const { groups } = parse(smallest) as { groups: object };
    const file = { ...whole, groups: { ...groups, ...(whole as { groups: object }).groups } };
    expect(mistakesIn(JSON.stringify(file))).toEqual([]);
  },
);
