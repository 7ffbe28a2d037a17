import { withTenant } from "../../access-text";
import { synth } from "../../synth";

const claims = (login: string) =>
  synth(withTenant(`login: { ${login} }`)).resource("login", "azuread_application", "login")["optional_claims"];

test("further claims follow those that sign-in rests on, by name, wherever they stand in the file", () => {
  const asked = {
    id_token: [
      { name: "upn" },
      { name: "email" },
      { name: "groups" },
      { name: "acct" },
      { name: "ctry", essential: true },
    ],
  };
  expect(claims("claims: { ctry: { essential: true }, acct: {} }")).toEqual(asked);
  expect(claims("claims: { acct: {}, ctry: { essential: true } }")).toEqual(asked);
});

test("an entry for upn or email adds to what is asked for anyway", () => {
  expect(claims("claims: { email: { essential: true }, upn: { essential: true } }")).toEqual({
    id_token: [{ name: "upn", essential: true }, { name: "email", essential: true }, { name: "groups" }],
  });
});

test("a guest's upn is written as the entry says", () => {
  const how = "include_externally_authenticated_upn_without_hash";
  expect(claims(`guests: true, claims: { upn: { additionalProperties: [${how}] } }`)).toEqual({
    id_token: [{ name: "upn", additional_properties: [how] }, { name: "email" }, { name: "groups" }],
  });
});
