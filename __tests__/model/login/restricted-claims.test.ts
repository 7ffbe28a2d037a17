import { isRestricted } from "../../../model/login/restricted-claims";

test.each([
  "email",
  "upn",
  "groups",
  "nickname",
  "Roles",
  "ageGroup",
  "AGEGROUP",
  "ztdid",
  "xms_x",
  "extn.picture",
  ".",
])("%s cannot be mapped", (claim) => {
  expect(isRestricted(claim)).toBe(true);
});

test.each(["default_namespace", "picture", "name", "team", "emails", "xms", "extn"])("%s can", (claim) => {
  expect(isRestricted(claim)).toBe(false);
});
