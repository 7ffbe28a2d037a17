import { App, TerraformStack, Testing } from "cdktf";
import { MsgraphUpdateResource } from "../../../constructs/msgraph/update-resource";

test("the binding writes each argument under the provider's own name, nulls too", () => {
  const stack = new TerraformStack(new App(), "stack");
  new MsgraphUpdateResource(stack, "changed", {
    url: "users/x",
    body: { city: null },
    readQueryParameters: { $select: ["city"] },
    ignoreMissingProperty: false,
    retryOn: ["a"],
    timeout: "1m",
  });
  const { resource } = JSON.parse(Testing.synth(stack)) as {
    resource: { msgraph_update_resource: { changed: object } };
  };
  expect(resource.msgraph_update_resource.changed).toMatchObject({
    url: "users/x",
    body: { city: null },
    read_query_parameters: { $select: ["city"] },
    ignore_missing_property: false,
    retry: { error_message_regex: ["a"] },
    timeouts: { create: "1m", update: "1m" },
  });
});
