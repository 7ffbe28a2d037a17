import { sameAccount, sameNames } from "../../../model/clusters/eks-account";

const role = (account: string, name = "deployer") => `arn:aws:iam::${account}:role/${name}`;
const [one, two] = [role("111122223333"), role("222233334444")];

test("two roles tell whether the account is the same, whatever the profiles", () => {
  expect(sameAccount({ assumeRole: one }, { assumeRole: two })).toBe(false);
  expect(sameAccount({ assumeRole: one }, { assumeRole: role("111122223333", "other"), profile: "p" })).toBe(true);
});

test("without two roles only the very same credentials do", () => {
  expect(sameAccount({}, {})).toBe(true);
  expect(sameAccount({ profile: "p" }, { profile: "p" })).toBe(true);
  expect(sameAccount({ profile: "p" }, { profile: "q" })).toBeUndefined();
  expect(sameAccount({ assumeRole: one }, { profile: "p" })).toBeUndefined();
  expect(sameAccount({}, { assumeRole: one })).toBeUndefined();
});

test("an entry is compared with all before it: the same account counts before an unknown one", () => {
  const eks = { name: "main", region: "eu-central-1" };
  const clusters = {
    a: { eks: { ...eks, profile: "p" } },
    b: { eks: { ...eks, assumeRole: one } },
    c: { eks: { ...eks, assumeRole: two } },
    d: { eks: { ...eks, assumeRole: one, profile: "q" } },
    e: { eks: { ...eks, region: "eu-central-2" } },
  };
  expect(sameNames(clusters)).toEqual([
    { key: "b", other: "a" },
    { key: "c", other: "a" },
    { key: "d", other: "b" },
  ]);
});
