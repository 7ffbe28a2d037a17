import { own } from "../../model/own";

test("only what somebody wrote is found", () => {
  const map: Record<string, number> = { a: 1 };
  expect(["a", "b", "constructor", "toString", "__proto__", undefined].map((key) => own(map, key))).toEqual([
    1,
    ...Array.from({ length: 5 }, () => undefined),
  ]);
  expect(own(undefined, "a")).toBeUndefined();
});
