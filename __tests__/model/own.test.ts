import { own, ownIn } from "../../model/own";

test("only what somebody wrote is found", () => {
  const map: Record<string, number> = { a: 1 };
  expect(["a", "b", "constructor", "toString", "__proto__", undefined].map((key) => own(map, key))).toEqual([
    1,
    ...Array.from({ length: 5 }, () => undefined),
  ]);
  expect(own(undefined, "a")).toBeUndefined();
});

test("of what is no map nothing is found, and of a list its entries", () => {
  expect([undefined, null, "text", 1, []].map((value) => ownIn(value, "length"))).toEqual([
    ...Array.from({ length: 4 }, () => undefined),
    0,
  ]);
  expect([ownIn(["a"], 0), ownIn({ a: 1 }, "a"), ownIn({ a: 1 }, "constructor")]).toEqual(["a", 1, undefined]);
});
