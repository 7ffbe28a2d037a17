import { PassThrough } from "node:stream";
import { questioner } from "../../../commands/init/questioner";
import { say } from "../../../commands/terminal/print";
import { printed } from "../printed";

/** A terminal that shows what is written to it, and takes what is typed. */
function terminal() {
  const input = new PassThrough() as unknown as NodeJS.ReadStream & PassThrough;
  const output = new PassThrough() as unknown as NodeJS.WriteStream;
  return { input, output };
}

test("why nothing is written stands on a line of its own after Ctrl-C or Ctrl-D", async () => {
  const { input, output } = terminal();
  const { stderr } = await printed({}, async () => {
    const questions = questioner({ input, output });
    const asked = questions?.ask("Tenant:");
    input.end();
    await asked?.catch((error: unknown) => {
      say((error as Error).message);
    });
    return 2 as const;
  });
  expect(stderr).toBe("\nNot every question was answered, so nothing is written\n");
});

test("whoever has answered everything sees no empty line", async () => {
  const { input, output } = terminal();
  const { stderr } = await printed({}, async () => {
    const questions = questioner({ input, output });
    const asked = questions?.ask("Tenant:");
    input.write(" contoso.com \n");
    expect(await asked).toBe("contoso.com");
    questions?.end();
    return 0 as const;
  });
  expect(stderr).toBe("");
});
