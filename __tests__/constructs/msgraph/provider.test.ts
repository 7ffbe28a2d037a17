import { withTenant } from "../../access-text";
import { synth } from "../../synth";

test("msgraph comes from Microsoft's namespace, in its version range and in the tenant of the file", () => {
  const program = synth(withTenant("groups: { devs: { members: [ada@contoso.com] } }"));
  expect(program.find("people", "terraform", "required_providers", "msgraph")).toEqual({
    source: "microsoft/msgraph",
    version: "~> 0.3.0",
  });
});
