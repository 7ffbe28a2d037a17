import { ruleName, rules } from "../../config/load";
import { warnings } from "../../config/warnings";

const names = (functions: readonly { readonly name: string }[]) => functions.map(ruleName);

test("each rule and each warning has a name of its own, which machines read and which stays", () => {
  const all = [...names(rules), ...names(warnings)];
  expect(all.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
  // One that is gone from here is gone from somebody's CI.
  expect(all).toEqual(
    expect.arrayContaining([
      "keys",
      "display-names",
      "members",
      "nested-groups",
      "granted-groups",
      "repeated-grants",
      "granted-roles",
      "policy-rules",
      "portal-cluster",
      "username",
      "issuer",
      "many-groups",
      "group-without-grants",
      "group-without-members",
      "cluster-without-grants",
      "person-in-no-group",
    ]),
  );
});
