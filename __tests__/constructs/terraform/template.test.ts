import { expression } from "../../../constructs/terraform/expression";
import { quoted, template } from "../../../constructs/terraform/template";

const id = expression`local.id`;

test("only expressions are evaluated, whatever a text looks like", () => {
  expect(template`a-${"${x}"}-${id}-%{if}`).toBe("a-$${x}-${local.id}-%%{if}");
  expect(quoted`${'"'}${id}`.code).toBe('"\\"${local.id}"');
});

test("a text that ends in $ does not escape the expression behind it", () => {
  expect(template`${"team$"}${id}`).toBe('team${"$"}${local.id}');
  expect(quoted`${"team$$"}${id}`.code).toBe('"team${"$$"}${local.id}"');
});

test("two texts that only together begin a template are escaped together", () => {
  expect(template`${"$"}${["{", "x}"]}${id}`).toBe("$${x}${local.id}");
});
