import { grouped } from "../../model/grouped";

test("items of one key stand together, and keys and items keep their order", () => {
  const found = grouped(["pods", "nodes", "secrets", "poddisruptionbudgets"], (word) => word.charAt(0));
  expect([...found]).toEqual([
    ["p", ["pods", "poddisruptionbudgets"]],
    ["n", ["nodes"]],
    ["s", ["secrets"]],
  ]);
});
