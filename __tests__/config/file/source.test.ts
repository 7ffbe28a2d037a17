import { parseYaml } from "../../../config/file/parse-yaml";

const { source } = parseYaml("a:\n  - b: 1\n  - c: { d: 2 }\ne:\n");

test("a key and its value are found where they stand", () => {
  expect(source.locate(["a", 1, "c", "d"], "key")).toEqual({ line: 3, column: 10 });
  expect(source.locate(["a", 1, "c", "d"])).toEqual({ line: 3, column: 13 });
});

test("what is not there is told where it would stand", () => {
  expect(source.locate(["a", 1, "c", "x", "y"])).toEqual({ line: 3, column: 8 });
  expect(source.locate(["a", 7])).toEqual({ line: 2, column: 3 });
  expect(source.locate(["e"])).toEqual({ line: 4, column: 1 });
  expect(source.locate([])).toEqual({ line: 1, column: 1 });
});
