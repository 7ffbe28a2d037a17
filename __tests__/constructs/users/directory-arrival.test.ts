import { withTenant } from "../../access-text";
import { synth } from "../../synth";

test("whoever comes is waited for by object ID, as long as Graph does not know them", () => {
  const program = synth(
    withTenant("guests: [gus@fabrikam.com]\nusers: { nora@contoso.com: { create: { displayName: N } } }"),
  );
  expect(program.resource("users", "msgraph_resource_action", "gus_40_fabrikam_2e_com__arrived")).toMatchObject({
    method: "GET",
    resource_url: "users/${msgraph_resource_action.gus_40_fabrikam_2e_com.output.id}",
    retry: { error_message_regex: ["ResourceNotFound"] },
    timeouts: { create: "5m" },
  });
  expect(
    program.resource("users", "msgraph_resource_action", "nora_40_contoso_2e_com__arrived")["resource_url"],
  ).toContain("msgraph_resource_action.nora_40_contoso_2e_com.output.id");
});
