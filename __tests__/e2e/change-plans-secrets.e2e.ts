import { Comparison } from "../../commands/report/clouds/comparison";
import { programOf } from "../../commands/report/clouds/program";
import { refusalsOf } from "../../commands/report/clouds/refusals";
import { synthesize } from "../../main";
import { accessOf, withTenant } from "../access-text";
import { compareChanges, edited, type Change } from "./change-plans";
import { refusedPlan } from "./refused-plan";
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

world.real("what a protected association refuses is foreseen as refused", async () => {
  const [old, now] = [first, edited(first, [["{ name: eks,", '{ name: eks, username: { prefix: "aad:" },']])].map(
    accessOf,
  );
  const [before, after] = [old!, now!].map((access) => programOf({ access, directory: "/srv/access" }, synthesize));
  const foreseen = new Comparison(before!, after!, { coming: [], going: [] }).stacks();
  expect(foreseen.flatMap(({ addresses }) => addresses.filter(({ refused }) => refused))).toMatchObject([
    { address: "aws_eks_identity_provider_config.association", action: "replace" },
  ]);
  expect(refusalsOf(foreseen)).toHaveLength(1);
  expect(await refusedPlan(world.world, now!, "eks-prod")).toContain("Instance cannot be destroyed");
});
