import { didYouMean, didYouMeanWord } from "../../../config/text/suggestion";

test("a name is suggested if at most a third of its letters differ, case aside", () => {
  expect(didYouMean("Prdo", ["stage", "prod"])).toBe('did you mean "prod"?');
  expect(didYouMean("developer", ["developers", "develop"])).toBe('did you mean "developers"?');
  expect(didYouMean("quux", ["prod", "stage"])).toBeUndefined();
  expect(didYouMean("prod", [])).toBeUndefined();
});

test("of a few words also the only one that contains the given one, or that it contains", () => {
  expect(didYouMeanWord("tofu", ["terraform", "opentofu"])).toBe('did you mean "opentofu"?');
  expect(didYouMeanWord("OpenTofu CLI", ["terraform", "opentofu"])).toBe('did you mean "opentofu"?');
  expect(didYouMeanWord("rosa", ["external", "rosa-hcp", "rosa-classic"])).toBeUndefined();
  expect(didYouMeanWord("ex", ["external", "oauth"])).toBeUndefined();
});
