import { App, TerraformStack, Testing } from "cdktf";
import { DataMsgraphResource } from "../../../constructs/msgraph/data-resource";
import { withTenant } from "../../access-text";
import { synth } from "../../synth";

test("the binding writes each argument under the provider's own name", () => {
  const stack = new TerraformStack(new App(), "stack");
  new DataMsgraphResource(stack, "people", {
    url: "users",
    queryParameters: { $select: ["id"] },
    responseExportValues: { all: "@" },
  });
  const { data } = JSON.parse(Testing.synth(stack)) as { data: { msgraph_resource: { people: object } } };
  expect(data.msgraph_resource.people).toMatchObject({
    url: "users",
    query_parameters: { $select: ["id"] },
    response_export_values: { all: "@" },
  });
});

test("a lookup that needs an advanced query says so in its header", () => {
  const users = synth(withTenant("users: { nora@contoso.com: { create: { displayName: N } } }"));
  expect(users.find("users", "data", "msgraph_resource", "accounts")).toMatchObject({
    headers: { ConsistencyLevel: "eventual" },
    query_parameters: { $count: ["true"] },
  });
});
