import { print, printJson, say } from "../../../commands/terminal/print";
import { printed } from "../printed";

test("lines stay lines, and what a terminal would obey is written out in each", () => {
  const { stdout, stderr } = printed({}, () => {
    print("a\tb\n::warning::c\u001b[0m\n");
    say("d\u0085e");
    return 0;
  });
  expect(stdout).toBe("a\\tb\n\\u{3a}:warning::c\\u{1b}[0m\n");
  expect(stderr).toBe("d\\u{85}e\n");
});

test("JSON keeps its value, escaped", () => {
  const value = { "é😀": ["\u009b\u202e\u{e0041}##vso[x]\n"] };
  const { stdout } = printed({}, () => {
    printJson(value);
    return 0;
  });
  expect(JSON.parse(stdout)).toEqual(value);
  expect(stdout).toBe('{\n  "é😀": [\n    "\\u009b\\u202e\\udb40\\udc41\\u0023#vso[x]\\n"\n  ]\n}\n');
});
