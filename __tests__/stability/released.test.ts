import released from "../fixtures/released.json";
import { contract } from "./contract";

const now = contract();

test.each(["keys", "addresses"] as const)("none of the last release's %s is gone", (kind) => {
  expect(released[kind].length).toBeGreaterThan(60);
  const there = new Set(now[kind]);
  expect(released[kind].filter((one) => !there.has(one))).toEqual([]);
});
