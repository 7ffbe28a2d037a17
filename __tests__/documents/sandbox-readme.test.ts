import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { linked, read, root } from "./page";

const page = "sandbox/README.md";
const text = read(page);
const code = [...text.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);

/** Every source of the sandbox. */
const sources = readdirSync(join(root, "sandbox"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(join(root, "sandbox", name), "utf8"));

test("it is one screen, and its links are checked", () => {
  expect(text.split("\n").length).toBeLessThan(50);
  expect(linked).toContain(page);
});

test("every room of the sandbox is in its table, and no other", () => {
  const rooms = readdirSync(join(root, "sandbox"), { withFileTypes: true }).filter((one) => one.isDirectory());
  const rows = [...text.matchAll(/^\| `([\w-]+)` /gm)].map(([, room = ""]) => room);
  expect(rows.sort()).toEqual(rooms.map(({ name }) => name).sort());
});

test("every file that it names is there", () => {
  const files = code.filter((name) => /^[\w./-]+\.ts$/.test(name));
  expect(files.length).toBeGreaterThan(4);
  const places = ["sandbox", "__tests__/sandbox", "."];
  expect(files.filter((name) => !places.some((place) => existsSync(join(root, place, name))))).toEqual([]);
});

test("the rules of the emulators name one of its sources, and each of these has rules", () => {
  const named = code.flatMap((name) => /^\[(\w+)\]$/.exec(name)?.[1] ?? []);
  const used = sources.flatMap((source) =>
    [...source.matchAll(/(?:\/\/|\*) ?.*?\[(\w+)(?:\]|: )/g)].flatMap(([, tag = ""]) =>
      /^(doc|src|seen|guess\w*)$/.test(tag) ? tag : [],
    ),
  );
  expect([...new Set(used)].sort()).toEqual([...new Set(named)].sort());
});
