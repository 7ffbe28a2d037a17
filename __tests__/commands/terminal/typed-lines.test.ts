import { PassThrough } from "node:stream";
import { questioner } from "../../../commands/init/questioner";
import { TypedLines } from "../../../commands/terminal/typed-lines";
import { asFound, standardError } from "../../standard-error";

const { stdin } = process;
const err = jest.spyOn(process.stderr, "write").mockReturnValue(true);
const give = (input: unknown): void =>
  void Object.defineProperty(process, "stdin", { value: input, configurable: true });
afterAll(() => {
  give(stdin);
  asFound();
  err.mockRestore();
});

test("lines come one after the other, without spaces around them, and none comes after the end", async () => {
  const input = new PassThrough();
  const lines = new TypedLines({ input, terminal: false });
  const answers: unknown[] = [];
  for (const typed of [" one \n", "\n"]) {
    const next = lines.next("");
    input.write(typed);
    answers.push(await next);
  }
  const last = lines.next("");
  input.end();
  expect([...answers, await last]).toEqual(["one", "", undefined]);
});

test("who no longer waits gets no line", async () => {
  const stop = new AbortController();
  const lines = new TypedLines({ input: new PassThrough(), terminal: false });
  const next = lines.next("", stop.signal);
  stop.abort();
  expect(await next).toBeUndefined();
  lines.end();
});

test("init asks on a terminal alone, and gives up what it asks for where the input ends", async () => {
  give(Object.assign(new PassThrough(), { isTTY: true }));
  standardError(false);
  expect(questioner()).toBeUndefined();
  const input = Object.assign(new PassThrough(), { isTTY: true });
  give(input);
  standardError(true);
  const questions = questioner();
  const first = questions?.ask("Tenant?");
  input.write("contoso.com\n");
  expect(await first).toBe("contoso.com");
  const second = questions?.ask("Group?");
  input.end();
  await expect(second).rejects.toThrow("Not every question was answered, so nothing is written");
  questions?.end();
});
