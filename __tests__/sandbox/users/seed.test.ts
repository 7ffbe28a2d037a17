import { Directory } from "../../../sandbox/msgraph/directory";
import { namespacesOf, outsider, seedOf } from "../../../sandbox/users/seed";
import { accessOf, tenant, withGrants, withTenant } from "../../access-text";

const access = accessOf(
  withTenant(
    'groups: { devs: { members: [ada@contoso.com, "gus_h_fabrikam.com#EXT#@contoso.onmicrosoft.com"] } }\nlogin: { owners: [grace@fabrikam.com] }',
  ),
);

test("everybody of the access file exists, owners too, and one outsider", () => {
  const names = seedOf(access).users.map(({ userPrincipalName }) => userPrincipalName);
  expect(names.sort()).toEqual(
    [
      "ada@contoso.com",
      "grace@fabrikam.com",
      "gus_h_fabrikam.com#ext#@contoso.onmicrosoft.com",
      "outsider@contoso.com",
    ].sort(),
  );
  expect(outsider(access)).toBe("outsider@contoso.com");
});

test("the tenant is the file's, with every domain that its people have", () => {
  const { tenant } = seedOf(access);
  expect(tenant.id).toBe(access.tenant);
  expect(tenant.domains).toEqual(["contoso.com", "contoso.onmicrosoft.com", "fabrikam.com"]);
});

test("a guest is one, with the mail address that the name carries", () => {
  expect(seedOf(access).users.find(({ userType }) => userType === "Guest")?.mail).toBe("gus_h@fabrikam.com");
});

test("what Conditional Access names by object ID is there, and a group of the file is not", () => {
  const seeded = (breakGlass: string) =>
    seedOf(
      accessOf(
        withTenant(
          `groups: { rescue: {} }\nlogin: { conditionalAccess: { breakGlass: ${breakGlass}, allowedLocations: { existing: [${tenant}] } } }`,
        ),
      ),
    );
  const directory = new Directory(seeded(tenant));
  expect(directory.all("groups")).toMatchObject([{ id: tenant }]);
  expect(directory.all("namedLocations")).toMatchObject([{ id: tenant }]);
  expect(seeded("rescue")).not.toHaveProperty("groups");
});

test("whom the file invites or makes is not there yet; owners of groups are, and no guest's domain is the tenant's", () => {
  const seed = seedOf(
    accessOf(
      withTenant(
        "guests: [gus@fabrikam.com]\nusers: { nora@made.contoso.com: { create: { displayName: N } } }\ngroups: { devs: { members: [ada@contoso.com, gus@fabrikam.com, nora@made.contoso.com], owners: [olga@contoso.com] } }",
      ),
    ),
  );
  expect(seed.users.map(({ userPrincipalName }) => userPrincipalName)).toEqual([
    "ada@contoso.com",
    "olga@contoso.com",
    "outsider@contoso.com",
  ]);
  expect(seed.tenant.domains).toEqual(["contoso.com", "made.contoso.com"]);
});

test("a group that the file says to exist is there, by name or ID, once", () => {
  const seed = (text: string) => seedOf(accessOf(withTenant(text))).groups;
  expect(seed("groups: { ops: { existing: true, displayName: Operators }, own: {} }")).toEqual([
    { displayName: "Operators", members: [] },
  ]);
  expect(
    seed(
      `groups: { ops: { existing: ${tenant} } }\nlogin: { conditionalAccess: { mfa: true, breakGlass: ${tenant} } }`,
    ),
  ).toEqual([{ displayName: "ops", id: tenant, members: [] }]);
});

test("a cluster has the namespaces that its grants name, each once", () => {
  const granted = accessOf(
    withGrants(
      "[{ group: devs, clusterRole: view, namespaces: [a, b] }, { group: devs, clusterRole: edit, namespaces: [b] }]",
    ),
  );
  expect(namespacesOf(granted, "prod")).toEqual(["a", "b"]);
  expect(namespacesOf(granted, "stage")).toEqual([]);
});
