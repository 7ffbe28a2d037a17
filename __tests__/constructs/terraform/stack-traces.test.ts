import { Lazy } from "cdktf";
import "../../../constructs/terraform/stack-traces";

test("a token is made without a stack trace, an error keeps its own", () => {
  const token = Lazy.anyValue({ produce: () => 1 });
  expect(token.creationStack).toEqual([]);
  expect(new Error("ours").stack).toContain("stack-traces.test.ts");
});
