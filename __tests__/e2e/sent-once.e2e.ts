import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { accessOf, withTenant } from "../access-text";
import { made } from "./accounts";
import { planned } from "./planned";
import { testWorld } from "./test-world";

const access = accessOf(
  withTenant(`users: { ${made("nora")} }\nguests: [{ mail: gus@fabrikam.com, send: true }]\ngroups: {}\n`),
);

const { real, world } = testWorld(access);

interface Stack {
  readonly resource: { readonly msgraph_resource_action: Readonly<Record<string, Record<string, unknown>>> };
}

/** Writes every request of the stack as another release of this program, or of the provider, might. */
function changeBlocks(): number {
  const path = join(world.sandbox.props.folder, "cdktf.out", "stacks", "users", "cdk.tf.json");
  const stack = JSON.parse(readFileSync(path, "utf8")) as Stack;
  const actions = Object.values(stack.resource.msgraph_resource_action);
  for (const action of actions) {
    action["response_export_values"] = { everything: "@" };
    action["headers"] = { "X-Another": "header" };
    action["query_parameters"] = { $select: ["id"] };
    action["retry"] = { error_message_regex: ["Another"] };
    action["timeouts"] = { create: "7m" };
    action["api_version"] = "beta";
  }
  writeFileSync(path, JSON.stringify(stack));
  return actions.length;
}

real("whatever else changes in the block of a request, it is not sent again", async () => {
  await (await world.deployment()).apply(["users"]);
  expect(changeBlocks()).toBe(4);
  expect(await planned(world, "users")).toEqual({});
});
