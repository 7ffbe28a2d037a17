import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { argumentsOfTypes, replaces } from "../../../../commands/report/clouds/replacing-arguments";
import { withPortal } from "../../../portal-text";
import { synth } from "../../../synth";

const root = join(__dirname, "..", "..", "..", "..");
const examples = join(root, "docs", "examples");
const texts = [
  ...readdirSync(examples)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => readFileSync(join(examples, name), "utf8")),
  readFileSync(join(root, "access.yaml"), "utf8"),
  withPortal("  secret: { store: { secretsManager: portal } }\n"),
  readFileSync(join(examples, "everything.yaml"), "utf8").replace(
    "countries: [DE, FR]",
    "countries: [DE, FR], ranges: [192.0.2.0/24]",
  ),
];
const stacks = texts.flatMap((text) => Object.values(synth(text).stacks));

test("every type of resource that this program makes is in the table, and no other", () => {
  const types = new Set(stacks.flatMap(({ resource = {} }) => Object.keys(resource as object)));
  expect(Object.keys(argumentsOfTypes)).toEqual([...types].sort());
});

test("stacks have no block that the comparison does not know", () => {
  const known = "// check data ephemeral import locals output provider removed resource terraform".split(" ");
  const blocks = new Set(stacks.flatMap((stack) => Object.keys(stack)));
  expect([...blocks].sort()).toEqual(known);
});

test("no resource is made before the one it replaces is gone: the comparison says replaced, in whichever order", () => {
  expect(JSON.stringify(stacks)).not.toContain("create_before_destroy");
});

test.each([
  ["azuread_group", "types", true],
  ["azuread_group", "members", false],
  ["aws_eks_identity_provider_config", "oidc.username_prefix", true],
  ["aws_eks_identity_provider_config", "tags.team", false],
  ["kubernetes_role_binding_v1", "metadata.namespace", true],
  ["kubernetes_role_binding_v1", "metadata.annotations.entra-eks/display-name", false],
  ["azuread_named_location", "ip", true],
  ["azuread_named_location", "ip.ip_ranges", false],
])("%s: whether %s replaces it", (type, argument, expected) => {
  expect(replaces(type, argument)).toBe(expected);
});
