import { rewritten } from "../../../../commands/report/clouds/template-code";

const seen = (template: string) => {
  const paths: string[] = [];
  rewritten(template, (path) => {
    paths.push(path.join(""));
    return undefined;
  });
  return paths;
};

test.each([
  ["text is no code", "local.people", []],
  ["an escaped template is text", "$${local.people}", []],
  ["a path with keys", '${local.people["ada@contoso.com"].id}', ['local.people["ada@contoso.com"].id']],
  ["a splat and a position", "${a.b[*].id} ${a.c[0]}", ["a.b[*].id", "a.c[0]"]],
  ["a path in a key is no part of the path around it", "${local.people[name]}", ["local.people", "name"]],
  ["a text inside code is no code, and a template inside that is", '${f("local.a ${local.b}")}', ["f", "local.b"]],
  ["a quote that is escaped ends no text", '${f("\\"local.a", local.b)}', ["f", "local.b"]],
  ["braces inside code", "${{for a in local.b : a => c}.d}", ["for", "a", "in", "local.b", "a", "c"]],
])("%s", (_, template, paths) => {
  expect(seen(template)).toEqual(paths);
});

test("what is written anew stands in place of the path, and all else stays", () => {
  const text = 'a ${f(local.b, "local.b")} c';
  expect(rewritten(text, ([root]) => (root === "local" ? "B" : undefined))).toBe('a ${f(B, "local.b")} c');
});
