import { shown, unseenIn } from "../../../config/text/shown";

test("what is obeyed or not seen is written out, and everything else stays as it is", () => {
  expect(shown('Ada "Ö" \\n 日本 😀 : ::x #[')).toBe('Ada "Ö" \\n 日本 😀 : ::x #[');
  expect(shown("a\u001b\u007f\u009b\u200b\u202e\u2028\ufeff\ud800\u3164")).toBe(
    "a\\u{1b}\\u{7f}\\u{9b}\\u{200b}\\u{202e}\\u{2028}\\u{feff}\\u{d800}\\u{3164}",
  );
  expect([" ::error::x", "##[error]", "x ##vso[task]", "##teamcity[x]"].map(shown)).toEqual([
    " \\u{3a}:error::x",
    "\\u{23}#[error]",
    "x \\u{23}#vso[task]",
    "\\u{23}#teamcity[x]",
  ]);
});

test("the first character that nobody sees is named", () => {
  expect([unseenIn("Ada"), unseenIn("A\u200bda\u202e")]).toEqual([undefined, "\\u{200b}"]);
});
