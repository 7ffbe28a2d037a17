import { onceFor } from "../../model/once-for";

test("what is asked of an object is worked out once for each, also where the answer is undefined", () => {
  const asked: object[] = [];
  const first = onceFor((list: readonly number[]) => {
    asked.push(list);
    return list[0];
  });
  const [some, none] = [[7], []];
  expect([first(some), first(none), first(some), first(none), first([7])]).toEqual([7, undefined, 7, undefined, 7]);
  expect(asked).toEqual([some, none, [7]]);
});
