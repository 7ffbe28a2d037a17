import { withGrants } from "../../../access-text";
import { warned } from "../warned";

const twice = (more: string) => withGrants(`[]\n  live:\n    eks: { name: prod-eks, region: eu-central-1, ${more} }`);
const name = "clusters.live.eks.name";

test("two clusters of one name are warned about where nobody can know whether the account is another", () => {
  expect(warned(twice("profile: workload"), name)).toEqual([
    `${name} is also the name of clusters.prod, in the same region. That is right in two AWS accounts. In one account, both entries would fight over the only identity provider of the cluster. Set assumeRole to a role of each account to tell them apart.`,
  ]);
});

test("two accounts that stand in the file are not", () => {
  const role = (account: string) => `assumeRole: "arn:aws:iam::${account}:role/deployer"`;
  const roles = twice(role("111122223333")).replace(
    "eks: { name: prod-eks, region: eu-central-1 }",
    `eks: { name: prod-eks, region: eu-central-1, ${role("222233334444")} }`,
  );
  expect(warned(roles, name)).toEqual([]);
});
