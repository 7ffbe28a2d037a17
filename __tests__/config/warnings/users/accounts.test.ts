import { withTenant } from "../../../access-text";
import { warningsIn } from "../../../printed-warnings";

const warnings = (text: string) =>
  warningsIn(withTenant(text)).filter((sentence) => /groups\.rescue\.\w+\[|allow/.test(sentence));

const rescue = (group: string, user = "{ create: { displayName: N } }") =>
  warnings(`users: { nora@contoso.com: ${user} }\ngroups: { rescue: ${group} }\n`);

test.each(["members", "owners"])("whoever is made and among the %s of a protected group is protected too", (list) => {
  const [sentence] = rescue(`{ protected: true, ${list}: [ada@contoso.com, nora@contoso.com] }`);
  expect(sentence).toMatch(
    new RegExp(
      `^access\\.yaml:3:\\d+ groups\\.rescue\\.${list}\\[1\\] is created by this file and is in a protected group. Only a Privileged Authentication Administrator or Global Administrator can reset the password of such an account, block it or delete it. If the person leaves this file but stays in another protected group, the deploying identity needs that role too.$`,
    ),
  );
});

test("nobody else is", () => {
  expect(rescue("{ members: [nora@contoso.com] }")).toEqual([]);
  expect(rescue("{ protected: true, members: [nora@contoso.com] }", "{}")).toEqual([]);
});

test("the word that takes accounts over is to go again", () => {
  expect(warnings("allow: [delete-users, take-over-users]\n")).toEqual([
    'access.yaml:2:23 allow[1] is "take-over-users", so this file takes over accounts that another access file created. It disables them when they leave this file. Remove the word after one deployment.',
  ]);
});
