import { lookAlikeOf, seemsToBeginWith } from "../../../config/text/look-alike";

test.each([
  ["Cluster-Admin", "cluster-admin"],
  ["cluster\u2013admin", "cluster-admin"],
  ["c1uster-admin", "cluster-admin"],
  ["cIuster-admin", "cluster-admin"],
  ["adrnin", "admin"],
  ["vievv", "view"],
  ["v\u0131ew", "view"],
  ["\u0251dmin", "admin"],
  ["edit\u0301", "edit"],
  ["\uff56iew", "view"],
  ["e\u200bd it", "edit"],
])("%s looks like %s", (name, other) => {
  expect(lookAlikeOf(["other", other])(name)).toBe(other);
});

test.each([
  ["viewer", "view"],
  ["edits", "edit"],
  ["cluster-admins", "cluster-admin"],
  ["vied", "view"],
  ["\u958b\u767a\u62c5\u5f53", "view"],
  ["\u00df\u00df\u00df\u00df", "view"],
  ["pr\u00fcfer", "viewer"],
])("%s is another name than %s", (name, other) => {
  expect(lookAlikeOf([other])(name)).toBeUndefined();
});

test("a name may only seem to begin like one that is reserved", () => {
  for (const name of ["system:x", "System:x", "systern:x", "sys\u200btem:x", "\u017fystem:x", "system\u2236x"]) {
    expect([name, seemsToBeginWith(name, "system:")]).toEqual([name, true]);
  }
  for (const name of ["systems:x", "system", "my-system:x"]) {
    expect([name, seemsToBeginWith(name, "system:")]).toEqual([name, false]);
  }
});
