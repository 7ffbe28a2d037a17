import { readFileSync } from "node:fs";
import { findingsPage, findingsPageFile } from "../../../config/findings-page";
import { reportedKinds } from "../../../config/findings/reported";
import { ruleName } from "../../../config/load";
import { reportKinds, warningKinds } from "../../../config/schema/warnings/accepted";

test("docs/findings.md says what the table says (npm run docs)", () => {
  expect(readFileSync(findingsPageFile, "utf8")).toBe(findingsPage());
});

test("the name of a finder is its kind", () => {
  expect([...reportedKinds.values()].map(({ find }) => ruleName(find))).toEqual([...reportedKinds.keys()]);
});

test("a file can accept every kind of finding, and each is of the report alone or of check too", () => {
  const ofReport = [...reportedKinds.keys()].filter((kind) => !warningKinds.some((one) => one === kind));
  expect(ofReport.sort()).toEqual([...reportKinds].sort());
});

test("the id of a finding stays", () => {
  // One that is gone from here is gone from somebody's CI.
  expect([...reportedKinds.keys()]).toEqual(
    expect.arrayContaining([
      "cluster-admin",
      "wildcards",
      "escalation",
      "secrets-readable",
      "loosened-protection",
      "guest-admin",
      "strong-owners",
      "login-owners",
      "self-provisioners",
      "swallowed-grant",
      "every-secret",
      "system-namespaces",
      "edit-in-namespaces",
      "namespace-dangers",
      "open-to-others",
      "person-in-no-group",
      "group-without-grants",
      "group-without-members",
    ]),
  );
});
