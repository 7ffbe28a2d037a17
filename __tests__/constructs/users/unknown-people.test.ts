import { withTenant } from "../../access-text";
import { synth } from "../../synth";

const unknown = "[for name, id in local.people : name if id == null]";
const named = `\${join(", ", ${unknown})}`;

test.each([
  [
    "people",
    "unknown_members",
    "groups: { devs: { members: [ada@contoso.com] } }",
    `The directory does not know these members, so they are in no group: ${named}. Correct their names in the access file, or take them out; a guest`,
  ],
  [
    "attributes",
    "unknown_users",
    "attributes: { team: {} }\nusers: { ada@contoso.com: {} }",
    `The directory does not know these users, so they have no attributes: ${named}. Correct their names in the access file, or take them out.`,
  ],
])(
  "%s: whoever is not found is in the output %s, and in a check that says what to do",
  (stack, name, text, message) => {
    const program = synth(withTenant(text));
    expect(program.find(stack, "output", name)["value"]).toBe(`\${${unknown}}`);
    const { assert } = program.find(stack, "check", name) as { assert: readonly Record<string, string>[] };
    expect(assert).toHaveLength(1);
    expect(assert[0]!["condition"]).toBe(`\${length(${unknown}) == 0}`);
    expect(assert[0]!["error_message"]!.slice(0, message.length)).toBe(message);
  },
);

test("where nobody is looked up nobody is unknown, and nothing is checked", () => {
  const program = synth(withTenant("groups: { devs: {} }"));
  expect(program.find("people", "output", "unknown_members")["value"]).toEqual([]);
  expect(program.stack("people")).not.toHaveProperty("check");
});
