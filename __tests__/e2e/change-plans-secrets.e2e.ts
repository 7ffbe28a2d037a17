import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Comparison } from "../../commands/report/clouds/comparison";
import { programOf } from "../../commands/report/clouds/program";
import { refusalsOf } from "../../commands/report/clouds/refusals";
import { synthesize } from "../../main";
import { accessOf, withTenant } from "../access-text";
import { compareChanges, edited, type Change } from "./change-plans";
import { byHand, unbroken } from "./stack-by-hand";
import { testWorld } from "./test-world";
import { missingPartsOfPortal } from "./world";

const first = withTenant(`
login: { name: eks, kubectl: confidential }
groups: { devs: { members: [ada@contoso.com] } }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants: [{ group: devs, clusterRole: view, namespaces: [krci] }]
portal: { cluster: prod, url: "https://portal.example.com", namespace: krci, version: "3.15" }
terraform: { providers: { aws: ">= 5.0" } }
`);

const changes: readonly Change[] = [
  ["a portal moves to another address", ["portal.example.com", "krci.example.com"]],
  ["a group gets the chart's role", ['version: "3.15" }', 'version: "3.15", groups: { viewer: devs } }']],
  [
    "a rotation is forced",
    ["groups: { viewer: devs } }", "groups: { viewer: devs }, secret: { rotate: 2026-11-22 } }"],
  ],
];

const world = testWorld(accessOf(first), { missing: missingPartsOfPortal() });
compareChanges(world, first, changes);

/** The file that is deployed in the end. */
const deployed = edited(
  first,
  changes.flatMap(([, ...replaced]) => replaced),
);

world.real("what a protected association refuses is foreseen as refused", async () => {
  const after = edited(deployed, [["{ name: eks,", '{ name: eks, username: { prefix: "aad:" },']]);
  const [old, now] = [deployed, after].map((text) =>
    programOf({ access: accessOf(text), directory: "/srv/access" }, synthesize),
  );
  const foreseen = new Comparison(old!, now!, { coming: [], going: [] }).stacks();
  expect(refusalsOf(foreseen)).toEqual([
    expect.stringContaining("Terraform refuses to replace aws_eks_identity_provider_config.association of eks-prod"),
  ]);
  await world.world.deployment(accessOf(after));
  protect(join(world.world.sandbox.props.folder, "cdktf.out", "stacks", "eks-prod", "cdk.tf.json"));
  const { status, output } = await byHand(world.world, "eks-prod", ["plan", "-input=false"]);
  expect(status).toBe(1);
  expect(unbroken(output)).toContain("aws_eks_identity_provider_config.association has lifecycle.prevent_destroy set");
});

/** As the program writes it: a sandbox protects nothing, so that it can take everything away. */
function protect(file: string): void {
  writeFileSync(file, readFileSync(file, "utf8").replace('"prevent_destroy": false', '"prevent_destroy": true'));
}
