import fc from "fast-check";
import { withPortal } from "./portal-text";
import { leaksOf } from "./leaks";
import { accessText } from "./random-access";
import { synth, type Block, type Synthesized } from "./synth";

const program = synth(withPortal("  groups: { viewer: devs }\n"));

/** The program with more blocks in some of its stacks. */
function mutant(more: Readonly<Record<string, Readonly<Record<string, Block>>>>): Pick<Synthesized, "stacks"> {
  const stacks = Object.entries(program.stacks).map(([name, stack]) => {
    const blocks = Object.entries(more[name] ?? {}).map(([kind, block]) => [
      kind,
      { ...(stack[kind] as Block | undefined), ...block },
    ]);
    return [name, { ...stack, ...(Object.fromEntries(blocks) as Block) }];
  });
  return { stacks: Object.fromEntries(stacks) as Record<string, Block> };
}

const value = "${one(azuread_application_password.first[*].value)}";

test("the program as it is leaks nothing, although it holds two secrets", () => {
  expect(program.json).toContain("[*].value");
  expect(program.json).toContain("terraform_data.server_secret.triggers_replace");
  expect(leaksOf(program)).toEqual([]);
});

test("a secret in an output is found", () => {
  expect(leaksOf(mutant({ portal: { output: { secret: { value } } } }))).toEqual(["portal output.secret"]);
  expect(leaksOf(mutant({ portal: { output: { all: { value: "${azuread_application_password.first}" } } } }))).toEqual([
    "portal output.all",
  ]);
});

test("a secret that takes its way through locals is found", () => {
  const locals = { a: value, b: '${[upper("x${local.a}")]}' };
  const output = { harmless: { value: { inside: ["${local.b}"] } } };
  expect(leaksOf(mutant({ portal: { locals, output } }))).toEqual(["portal output.harmless"]);
});

test("another stack that reads it is found, by name or with everything", () => {
  const portal = { output: { secret: { value } } };
  const reader = (text: string) =>
    mutant({ portal, login: { locals: { read: text }, output: { it: { value: "${local.read}" } } } });
  const found = ["login output.it", "portal output.secret"];
  expect(leaksOf(reader("${data.terraform_remote_state.portal.outputs.secret}"))).toEqual(found);
  expect(leaksOf(reader('${data.terraform_remote_state.portal.outputs["secret"]}'))).toEqual(found);
  expect(leaksOf(reader("${jsonencode(data.terraform_remote_state.portal.outputs)}"))).toEqual(found);
  expect(leaksOf(reader("${data.terraform_remote_state.portal.outputs.helm_values}"))).toEqual([
    "portal output.secret",
  ]);
});

test("so is one that goes anywhere but into a write-only argument", () => {
  const resource = { kubernetes_secret_v1: { portal: { data: { secret: value }, data_wo: { secret: value } } } };
  expect(leaksOf(mutant({ portal: { resource } }))).toEqual([
    "portal resource.kubernetes_secret_v1.portal.data.secret",
  ]);
  const check = { a: { assert: [{ condition: "${true}", error_message: `It is ${value}` }] } };
  expect(leaksOf(mutant({ portal: { check } }))).toEqual(["portal check.a.assert.0.error_message"]);
});

test("a first password that leaves the body that makes the person is found", () => {
  const person = "msgraph_resource_action.nora_40_contoso_2e_com";
  const output = { first: { value: `\${${person}.body.passwordProfile.password}` }, id: { value: `\${${person}.id}` } };
  expect(leaksOf(mutant({ people: { output } }))).toEqual(["people output.first"]);
});

test("what is not secret of a password may go anywhere", () => {
  const output = { end: { value: "${azuread_application_password.first[0].end_date}" } };
  expect(leaksOf(mutant({ portal: { output } }))).toEqual([]);
});

test("whatever the access file says, nothing leaks", () => {
  fc.assert(
    fc.property(accessText, (text) => {
      expect(leaksOf(synth(text))).toEqual([]);
    }),
    { numRuns: 15 },
  );
});
