import { existsSync } from "node:fs";
import { join } from "node:path";

interface Ordered {
  readonly path: string;
  readonly context: object;
}

// eslint-disable-next-line @typescript-eslint/no-require-imports
const LongestFirst = require("./longest-first.js") as {
  readonly seconds: Readonly<Record<string, number>>;
  new (): { sort(tests: readonly Ordered[]): Ordered[] };
};

test("what is listed with its seconds is there", () => {
  const files = Object.keys(LongestFirst.seconds).map((name) => `${name}.e2e.ts`);
  expect(files.filter((file) => !existsSync(join(__dirname, file)))).toEqual([]);
});

test("what is listed begins by its seconds, what is not listed follows, the sandbox's own tests end", () => {
  const { seconds } = LongestFirst;
  const listed = Object.keys(seconds).sort((one, other) => seconds[other]! - seconds[one]!);
  const [longest = "", shortest = ""] = [listed[0], listed.at(-1)];
  const expected = [`e2e/${longest}.e2e.ts`, `e2e/${shortest}.e2e.ts`, "e2e/new.e2e.ts", "sandbox/users/seed.test.ts"];
  const context = { config: { cache: false }, hasteFS: { getSize: () => 1 } };
  for (const paths of [expected, [...expected].reverse()]) {
    const sorted = new LongestFirst().sort(paths.map((path) => ({ path, context })));
    expect(sorted.map(({ path }) => path)).toEqual(expected);
  }
});
