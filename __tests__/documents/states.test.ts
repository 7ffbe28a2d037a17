import { synth, type Block } from "../synth";
import { read } from "./page";

/** A stack as the pages name it: the key of a cluster or a client is left open. */
const named = (stack: string) =>
  stack.replace(/^(eks|rbac|openshift)-.+/, "$1-<cluster>").replace(/^client-.+/, "client-<key>");

const typesOf = (block: Block) => Object.keys(block["resource"] ?? {});

const made = ["everything", "clients", "openshift"]
  .flatMap((name) => Object.entries(synth(read(`docs/examples/${name}.yaml`)).stacks))
  .map(([stack, block]) => ({ stack: named(stack), types: typesOf(block) }));

const distinct = (stacks: readonly { readonly stack: string }[]) =>
  [...new Set(stacks.map(({ stack }) => stack))].sort();

const withPasswords = distinct(made.filter(({ types }) => types.includes("azuread_application_password")));

test.each(distinct(made))("the page of states has a row for the stack %s", (stack) => {
  expect(read("docs/states.md")).toContain(`\n| \`${stack}\` |`);
});

test("four kinds of stacks make client secrets", () => {
  expect(withPasswords).toEqual(["client-<key>", "credentials", "openshift-<cluster>", "portal"]);
});

test.each(withPasswords)("the page of security keeps the state of %s from others", (stack) => {
  const security = read("docs/security.md");
  expect(security).toContain(`state of \`${stack}\``);
  expect(security).toContain(`\n| \`${stack}\` |`);
  expect(security).toContain(`\`<prefix>${stack.replace(/<.+>/, "*")}.tfstate*\``);
});
