import { parseAccess } from "../../../../config/load";
import { inFile } from "../../../../config/mistake";
import { warningsOf } from "../../../../config/warnings";
import { withTenant } from "../../../access-text";

const warnings = (text: string) =>
  warningsOf({ ...parseAccess(withTenant(text), "access.yaml"), directory: "/srv/access" })
    .map((warning) => inFile("access.yaml", warning))
    .filter((sentence) => /groups\.rescue\.\w+\[|allow/.test(sentence));

const rescue = (group: string, user = "{ create: { displayName: N } }") =>
  warnings(`users: { nora@contoso.com: ${user} }\ngroups: { rescue: ${group} }\n`);

test.each(["members", "owners"])("whoever is made and among the %s of a protected group is protected too", (list) => {
  const [sentence] = rescue(`{ protected: true, ${list}: [ada@contoso.com, nora@contoso.com] }`);
  expect(sentence).toMatch(
    new RegExp(
      `^access\\.yaml:3:\\d+ groups\\.rescue\\.${list}\\[1\\] is made here and protected with the group: while in it, only a Privileged Authentication Administrator or Global Administrator resets the first password, blocks or deletes the account; the deploying identity needs that role too if the person leaves this file and stays in such a group of others$`,
    ),
  );
});

test("nobody else is", () => {
  expect(rescue("{ members: [nora@contoso.com] }")).toEqual([]);
  expect(rescue("{ protected: true, members: [nora@contoso.com] }", "{}")).toEqual([]);
});

test("the word that takes accounts over is to go again", () => {
  expect(warnings("allow: [delete-users, take-over-users]\n")).toEqual([
    'access.yaml:2:23 allow[1] is "take-over-users": accounts that another access file made become those of this one, which then disables them; take it out again after one deployment',
  ]);
});
