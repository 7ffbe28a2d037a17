import { parseAccess } from "../../../config/load";
import { ownersWithoutPerson } from "../../../config/warnings/owners";
import { withTenant } from "../../access-text";

const id = "8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c99";
const told = (group: string) => [
  ...ownersWithoutPerson(parseAccess(withTenant(`groups: { devs: { ${group} } }`), "access.yaml").access),
];

test("owners among whom no person is known may never be put in a person's place", () => {
  expect(told(`owners: [${id}]`)).toEqual([
    [
      ["groups", "devs", "owners"],
      "names nobody by user principal name: if these object IDs are service principals and a person owns the group now, Entra refuses to take the last person out, and every deployment of people fails; name a person too",
    ],
  ]);
});

test("a person among them, or a role-assignable group, is no reason to warn", () => {
  expect(told(`owners: [${id}, ada@contoso.com]`)).toEqual([]);
  expect(told(`owners: [${id}], protected: true`)).toEqual([]);
  expect(told("")).toEqual([]);
});
