import { App, TerraformStack, Testing } from "cdktf";
import { MsgraphResource } from "../../../constructs/msgraph/resource";

test("the binding writes each argument under the provider's own name", () => {
  const stack = new TerraformStack(new App(), "stack");
  new MsgraphResource(stack, "made", { url: "things", body: { name: null }, retryOn: ["a"], timeout: "1m" });
  const { resource } = JSON.parse(Testing.synth(stack)) as { resource: { msgraph_resource: { made: object } } };
  expect(resource.msgraph_resource.made).toMatchObject({
    url: "things",
    body: { name: null },
    retry: { error_message_regex: ["a"] },
    timeouts: { create: "1m", delete: "1m" },
  });
});
