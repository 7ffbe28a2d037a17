import { letsGuestsIn } from "../../../model/groups/membership-rule";

test.each([
  ['user.userType -eq "Guest"', true],
  ['(USER.usertype -in ["Guest", "Member"])', true],
  ['user.department -eq "Platform"', false],
  ['user.userType -eq "Member"', false],
  ['(user.userType -ne "Guest") -and (user.department -eq "Platform")', false],
  ['-not (user.userType -eq "Member")', true],
  ['not (user.userType eq "Member")', true],
  ['user.userType eq "Member" and user.department ne "not here"', false],
  ['user.userPrincipalName notContains "#EXT#"', false],
  ['user.userType in ["Guest"]', true],
  ['(user.userType -ne "Guest") -or (user.userType -eq "Guest")', true],
  ['user.userPrincipalName -contains "#EXT#"', true],
  ['user.userPrincipalName -notContains "#EXT#"', false],
])("rule %s asks for guests: %s", (rule, expected) => {
  expect(letsGuestsIn(rule)).toBe(expected);
});
