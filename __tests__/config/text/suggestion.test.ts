import { didYouMean } from "../../../config/text/suggestion";

test("a name is suggested if at most a third of its letters differ, case aside", () => {
  expect(didYouMean("Prdo", ["stage", "prod"])).toBe('did you mean "prod"?');
  expect(didYouMean("developer", ["developers", "develop"])).toBe('did you mean "developers"?');
  expect(didYouMean("quux", ["prod", "stage"])).toBeUndefined();
  expect(didYouMean("prod", [])).toBeUndefined();
});
