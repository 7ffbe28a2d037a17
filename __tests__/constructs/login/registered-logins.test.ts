import { tenant, withTenant } from "../../access-text";
import { synth } from "../../synth";

test("the login is looked up by name, among this tenant's own applications alone", () => {
  const lookups = Object.values(
    synth(withTenant('login: { name: "a${b}" }')).find("login", "data", "msgraph_resource"),
  ) as { url: string; query_parameters: object; response_export_values: object }[];
  expect(lookups.find(({ url }) => url === "servicePrincipals")).toMatchObject({
    query_parameters: { $filter: ["displayName eq 'a$${b}'"] },
    response_export_values: {
      ids: `value[?appOwnerOrganizationId == '${tenant}' && servicePrincipalType == 'Application'].id`,
    },
  });
});
