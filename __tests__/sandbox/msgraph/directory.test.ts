import { Directory } from "../../../sandbox/msgraph/directory";
import { seed } from "./client";

const directory = new Directory(seed);
const named = (name: string) =>
  [...directory.all("users"), ...directory.all("groups")].find(({ displayName }) => displayName === name)!;

test("a seeded directory has people, nested groups, the deployer and Microsoft Graph", () => {
  expect(directory.all("users").map(({ mail }) => mail)).toEqual(["ada@contoso.com", null, "cleo@contoso.com"]);
  expect(named("Cleo Clark")).toMatchObject({ accountEnabled: false, userType: "Member" });
  expect(directory.membersOf(named("platform").id)).toEqual([named("developers").id, named("Bob Brown").id]);
  const names = directory.all("servicePrincipals").map(({ displayName }) => displayName);
  expect(names).toEqual(["Microsoft Graph", "terraform"]);
});

test("only the deployer's secret is a secret, and only of the deployer", () => {
  const { clientId, clientSecret } = seed.deployer;
  expect(directory.isSecret(clientId.toUpperCase(), clientSecret)).toBe(true);
  expect(directory.isSecret(clientId, "wrong")).toBe(false);
  expect(directory.isSecret("", clientSecret)).toBe(false);
});

test("the same seed gives the same object IDs", () => {
  expect(new Directory(seed).all("users")).toMatchObject(directory.all("users").map(({ id }) => ({ id })));
});

test("a seeded group with a member that is not there cannot be made", () => {
  const groups = [{ displayName: "team", members: ["nobody@contoso.com"] }];
  expect(() => new Directory({ ...seed, groups })).toThrow('No seeded user or group is called "nobody@contoso.com"');
});
