import { withTenant } from "../../access-text";
import { synth } from "../../synth";

const people = "users: { nora@contoso.com: { create: { displayName: N } }, otto@contoso.com: { left: true } }\n";
const locals = (more = "") => synth(withTenant(people + more)).find("users", "locals");

test("whom the file makes and who has left is looked up by name, which needs no advanced query", () => {
  const found = synth(withTenant(people)).find("users", "data", "msgraph_resource");
  const [lookup] = Object.entries(found).flatMap(([name, block]) => (name.startsWith("directory_") ? [block] : []));
  expect(lookup).toMatchObject({
    query_parameters: {
      $filter: ["userPrincipalName in ('nora@contoso.com','otto@contoso.com')"],
      $select: ["id,userPrincipalName,employeeType,accountEnabled"],
    },
  });
  expect(lookup).not.toHaveProperty("headers");
});

test("an account is this state's by its mark alone; those of others are known by how theirs begins", () => {
  expect(locals()).toMatchObject({
    accounts: "${{for name, account in local.there : name => account if startswith(account.mark, local.mark)}}",
    foreign:
      '${[for name, account in local.there : name if length(regexall("^(entra-eks |made by )", account.mark)) > 0 && !startswith(account.mark, local.mark)]}',
  });
});

test("only allow: [take-over-users] makes accounts of others its own", () => {
  expect(locals("allow: [take-over-users]\n")["accounts"]).toContain("|| contains(local.foreign, name)");
});

test("who is blocked by others, or has another mark, is warned about", () => {
  const { check } = synth(withTenant(people)).stack("users") as { check: Record<string, unknown> };
  expect(Object.keys(check).sort()).toEqual(["blocked", "unmarked"]);
});
