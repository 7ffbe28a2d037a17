import { ruleName } from "../../config/load";
import { warningKinds } from "../../config/schema/warnings/accepted";
import { ofStates, unusedAcceptance, warnings } from "../../config/warnings";
import { read } from "./page";

const kinds = [...warnings.map(ruleName), ...Object.keys(ofStates)].sort();

test("a file can accept every kind of warning", () => {
  expect([...warningKinds].sort()).toEqual(kinds);
});

test("docs/warnings.md has a heading for each kind, and for nothing else", () => {
  const headings = [...read("docs/warnings.md").matchAll(/^### (.*)$/gm)].map(([, heading]) => heading);
  expect(headings.sort()).toEqual([...kinds, unusedAcceptance].sort());
});
