import { withTenant } from "../../../access-text";
import { warned } from "../warned";

const claim = "login.username.claim";
const policy = /an optional claim, while attributes come by a claims mapping policy/;
const guest = "gus_fabrikam.com#EXT#@contoso.onmicrosoft.com";

test.each(["upn", "email"])("%s may go where attributes are mapped, and with it everybody", (name) => {
  const login = `login: { username: { claim: ${name} } }\n`;
  expect(warned(withTenant(`${login}attributes: { team: {} }`), claim).join("\n")).toMatch(policy);
  expect(warned(withTenant(login), claim).join("\n")).not.toMatch(policy);
  expect(warned(withTenant(`${login}attributes: { team: { retired: true } }`), claim).join("\n")).not.toMatch(policy);
});

test.each(["username: { claim: oid }", "username: { claim: preferred_username }", "issuer: v1"])(
  "%s does not rest on an optional claim",
  (login) => {
    expect(warned(withTenant(`login: { ${login} }\nattributes: { team: {} }`), claim).join("\n")).not.toMatch(policy);
  },
);

test("a guest may lack mapped claims", () => {
  const users = (name: string) =>
    withTenant(`attributes: { team: {} }\nusers: { "${name}": { attributes: { team: a } } }`);
  expect(warned(users(guest), "users")).toContain(
    `users["${guest.toLowerCase()}"] is a guest with attributes. Some tenants report that the token of a guest lacks claims that are mapped from the directory. Look into such a token before you rely on them.`,
  );
  expect(warned(users("ada@contoso.com"), "users").join("\n")).not.toContain("is a guest");
});

test("more than 20 attributes may be more than a policy takes", () => {
  const attributes = (count: number) =>
    withTenant(`attributes: { ${Array.from({ length: count }, (_, index) => `a${String(index)}: {}`).join(", ")} }`);
  expect(warned(attributes(21), "attributes")).toEqual([
    "attributes are 21 claims of one policy. Entra leaves out claims beyond a limit that Microsoft does not publish. Check that a token has the last ones.",
  ]);
  expect(warned(attributes(20), "attributes")).toEqual([]);
});
