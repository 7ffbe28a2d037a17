import { claimsOf, localUrl } from "./claims-of";
import { assigned, sampleDirectory, tenantId, type Changes } from "./sample-directory";

const groups = (groupMembershipClaims: string | null, changes: Changes = {}) =>
  claimsOf(sampleDirectory({ application: { groupMembershipClaims }, ...changes }))["groups"];

const many = (count: number): Changes => ({
  members: Object.fromEntries(Array.from({ length: count }, (_, index) => [`group-${index}`, ["id-ada"]])),
});

test("SecurityGroup lists the security groups of a person, nested ones too", () => {
  expect(groups("SecurityGroup")).toEqual(["devs", "parents"]);
});

test("All lists distribution groups, too", () => {
  expect(groups("All")).toEqual(["devs", "parents", "list"]);
});

test("ApplicationGroup lists only assigned groups, and only those that the person is in directly", () => {
  expect(groups("ApplicationGroup", { collections: assigned("devs", "parents") })).toEqual(["devs"]);
  expect(groups("ApplicationGroup")).toBeUndefined();
});

test("without groupMembershipClaims there are no groups", () => {
  expect(groups("None")).toBeUndefined();
  expect(groups(null)).toBeUndefined();
});

test("groups that hold each other are listed once", () => {
  expect(groups("SecurityGroup", { members: { one: ["id-ada", "two"], two: ["one"] } })).toEqual(["one", "two"]);
});

test("200 groups are in the token", () => {
  expect(groups("SecurityGroup", many(200))).toHaveLength(200);
});

test("201 groups give only _claim_names, and a place on this machine to ask", () => {
  const claims = claimsOf(sampleDirectory(many(201)));
  expect(claims).not.toHaveProperty("groups");
  expect(claims["_claim_names"]).toEqual({ groups: "src1" });
  const endpoint = `${localUrl}/graph.windows.net/${tenantId}/users/id-ada/getMemberObjects`;
  expect(claims["_claim_sources"]).toEqual({ src1: { endpoint } });
});

test("groups can come by name, as roles, or by the account name of a synchronized group", () => {
  const as = (...additionalProperties: readonly string[]) => ({
    application: {
      groupMembershipClaims: "ApplicationGroup",
      optionalClaims: { idToken: [{ name: "groups", additionalProperties }] },
    },
    collections: {
      ...assigned("devs"),
      groups: [
        {
          id: "devs",
          displayName: "Developers",
          onPremisesSyncEnabled: additionalProperties.some((how) => how.includes("sam_account")),
          onPremisesSamAccountName: "devs-on-premises",
          onPremisesNetBiosName: "CONTOSO",
        },
      ],
    },
  });
  expect(claimsOf(sampleDirectory(as("cloud_displayname")))["groups"]).toEqual(["Developers"]);
  // The role that comes with the assignment gives way.
  expect(claimsOf(sampleDirectory(as("emit_as_roles")))["roles"]).toEqual(["devs"]);
  expect(claimsOf(sampleDirectory(as("netbios_domain_and_sam_account_name")))["groups"]).toEqual([
    "CONTOSO\\devs-on-premises",
  ]);
});
