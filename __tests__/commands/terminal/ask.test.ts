import { PassThrough } from "node:stream";
import { ask, canAsk } from "../../../commands/terminal/ask";
import { asFound, standardError } from "../../standard-error";

const stdin = process.stdin;
const terminal = (isTTY: boolean) => Object.assign(new PassThrough(), { isTTY });
const give = (value: unknown) => Object.defineProperty(process, "stdin", { value, configurable: true });
const err = jest.spyOn(process.stderr, "write").mockReturnValue(true);
afterAll(() => {
  give(stdin);
  asFound();
  err.mockRestore();
});

/** Asks, types, and tells the answer. */
function answered(typed: string | undefined, signal = new AbortController().signal): Promise<boolean> {
  const input = terminal(true);
  give(input);
  const answer = ask("Deploy this?", signal);
  if (typed === undefined) input.end();
  else input.write(typed);
  return answer;
}

test.each([
  ["yes\n", true],
  [" yes \n", true],
  ["y\n", false],
  ["YES\n", false],
  ["no\n", false],
  ["\n", false],
  [undefined, false],
])("%j is answered with %s", async (typed, expected) => {
  expect(await answered(typed)).toBe(expected);
});

test("an interruption is no, before the question and while it waits", async () => {
  const stop = new AbortController();
  const waiting = answered("", stop.signal);
  stop.abort();
  expect(await waiting).toBe(false);
  expect(await answered("yes\n", stop.signal)).toBe(false);
});

test("somebody can be asked where both sides are a terminal", () => {
  const on = (input: boolean, output: boolean) => {
    give(terminal(input));
    standardError(output, 80);
    return canAsk();
  };
  expect([on(true, true), on(true, false), on(false, true)]).toEqual([true, false, false]);
});
