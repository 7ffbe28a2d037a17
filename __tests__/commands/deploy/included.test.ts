import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { withTenant } from "../../access-text";
import { Operator, runsOf } from "./operator";

const main = withTenant(`
clusters:
  c0: { eks: { name: c0-eks, region: eu-central-1 } }
include:
  team.yaml: { groups: [shop-*], members: ["*@contoso.com"], clusters: [c0], namespaces: [shop], roles: [view, edit] }
`);
const team = (role: string) => `groups: { shop-devs: { members: [bob@contoso.com] } }
clusters: { c0: { grants: [{ group: shop-devs, clusterRole: ${role}, namespaces: [shop] }] } }
`;

let operator: Operator;
beforeEach(() => {
  operator = new Operator();
});
afterEach(() => {
  operator.end();
});

/** Deploys what changed, with this role in the team's file. */
function deployWith(role: string) {
  writeFileSync(join(operator.folder, "team.yaml"), team(role));
  return operator.deploy({ changed: true });
}

test("a change of an included file alone is compared with that file as it was deployed, and runs the stacks that it is in", async () => {
  operator.write(main);
  await deployWith("view");
  const { code, stdout, log } = await deployWith("edit");
  expect([code, runsOf(log, "apply")]).toEqual([0, ["apply rbac-c0"]]);
  expect(stdout).toMatch(
    /^Compared with the file deployed 20\d\d-.* UTC, 1 person gains access, and nobody loses access\.\n\+ bob@contoso\.com may now do more of what ClusterRole edit allows in shop on c0 /,
  );
  expect(stdout).not.toContain("note: ");
});
