import { withTenant } from "../../access-text";
import { synth } from "../../synth";

const program = synth(withTenant("users: { nora@contoso.com: { create: { displayName: N } } }"));
const marks = { users: "local.mark", leavers: "data.terraform_remote_state.users.outputs.account_mark" };

test.each(Object.entries(marks))(
  "%s asks for the accounts of this file by an advanced query, on one page",
  (stack, mark) => {
    expect(program.find(stack, "data", "msgraph_resource", "accounts")).toMatchObject({
      url: "users",
      headers: { ConsistencyLevel: "eventual" },
      query_parameters: { $count: ["true"], $filter: [`startswith(employeeType,'\${${mark}}')`], $top: ["999"] },
    });
  },
);

test("more than a page is refused before it is asked for", () => {
  expect(program.find("leavers", "data", "msgraph_resource", "accounts_count")).toMatchObject({
    url: "users/$count",
    headers: { ConsistencyLevel: "eventual" },
  });
  expect(program.find("leavers", "data", "msgraph_resource", "accounts", "lifecycle")).toMatchObject({
    precondition: [{ condition: "${data.msgraph_resource.accounts_count.output.accounts <= 999}" }],
  });
});
