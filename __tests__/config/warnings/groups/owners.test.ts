import { parseAccess } from "../../../../config/load";
import { ownersWithoutPerson } from "../../../../config/warnings/groups/owners";
import { withGrants, withTenant } from "../../../access-text";
import { warningsIn } from "../../../printed-warnings";

const id = "8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c99";
const told = (group: string) => [
  ...ownersWithoutPerson(parseAccess(withTenant(`groups: { devs: { ${group} } }`), "access.yaml").access),
];

test("owners among whom no person is known may never be put in a person's place", () => {
  expect(told(`owners: [${id}]`)).toEqual([
    [
      ["groups", "devs", "owners"],
      "names object IDs only",
      "If all of them are service principals and a person owns the group now, Entra refuses to remove that person, and every deployment of people fails. Name a person too.",
    ],
  ]);
});

test("a person among them, or a role-assignable group, is no reason to warn", () => {
  expect(told(`owners: [${id}, ada@contoso.com]`)).toEqual([]);
  expect(told(`owners: [${id}], protected: true`)).toEqual([]);
  expect(told("")).toEqual([]);
});

test("whoever is in no group and owns one is not said to do nothing", () => {
  const groups = "{ devs: { members: [ada@contoso.com], owners: [gus@fabrikam.com, bob@contoso.com] } }";
  const file = `${withGrants("[{ group: devs, clusterRole: view }]", groups)}guests: [gus@fabrikam.com, pia@fabrikam.com]\nusers: { bob@contoso.com: {}, carol@contoso.com: {} }\nlogin: { owners: [carol@contoso.com] }\n`;
  const told = warningsIn(file).filter((line) => line.includes("is in no group"));
  expect(told.map((line) => line.replace(/^\S+ (\S+) .*?, (so|but) /, "$1 "))).toEqual([
    "guests[0] can change groups.devs as an owner",
    "guests[1] the guest is invited but gets no access",
    'users["bob@contoso.com"] can change groups.devs as an owner',
    'users["carol@contoso.com"] can change the application of the login as an owner',
  ]);
});
