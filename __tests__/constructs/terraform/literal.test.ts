import fc from "fast-check";
import { literal } from "../../../constructs/terraform/literal";

/** What Terraform makes of a quoted template without expressions: developer.hashicorp.com/terraform/language/expressions/strings */
const asTerraformReads = (template: string) => template.replace(/\$\$(?=\{)|%%(?=\{)/g, (sign) => sign.charAt(0));

test("text reaches Terraform as written", () => {
  expect(literal("a ${b} %{c} $d")).toBe("a $${b} %%{c} $d");
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("$", "%", "{", "}", "a") }), (text) => {
      expect(asTerraformReads(literal(text))).toBe(text);
    }),
  );
});
