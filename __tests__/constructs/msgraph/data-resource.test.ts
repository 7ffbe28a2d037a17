import { App, TerraformStack, Testing } from "cdktf";
import { DataMsgraphResource } from "../../../constructs/msgraph/data-resource";

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
