import { expression, joined, reference } from "../../../constructs/terraform/expression";

test("what is written out is code, and what is put in is a value", () => {
  const people = expression`local.people`;
  expect(expression`contains(${people}, ${'a"${x}'})`.code).toBe('contains(local.people, "a\\"$${x}")');
  expect(expression`f(${[1, null, true, { "${a}": ["%{b}"], left: undefined }]})`.template).toBe(
    '${f([1,null,true,{"$${a}":["%%{b}"]}])}',
  );
});

test("a text is never put between quotes that are written out", () => {
  expect(() => expression`local.a == "x-${"y"}"`).toThrow('local.a == "x- is inside quotes; use quoted');
});

test("a path takes names only", () => {
  expect(reference(reference("data.aws_eks_cluster", "prod"), "arn").code).toBe("data.aws_eks_cluster.prod.arn");
  for (const name of ["", "a b", "a}", "${x}", "1a", 'x["y"]']) expect(() => reference("local", name)).toThrow("name");
});

test("expressions stand beside each other as arguments or as conditions", () => {
  const both = [expression`can(a)`, expression`can(b)`];
  expect([joined(both).code, joined(both, " && ").code]).toEqual(["can(a), can(b)", "can(a) && can(b)"]);
});
