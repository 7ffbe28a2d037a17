import { textInExpression } from "../../../constructs/terraform/text-in-expression";

// Whether Terraform reads each as it was meant is asked of Terraform itself: __tests__/e2e/text-in-terraform.e2e.ts
test("a text has Terraform's escapes, not JSON's", () => {
  expect(textInExpression('a"\\\n\r\t\b\f\u0000\u007fé')).toBe('"a\\"\\\\\\n\\r\\t\\u0008\\u000c\\u0000\\u007fé"');
  expect(textInExpression("${x} %{if} $")).toBe('"$${x} %%{if} $"');
});
