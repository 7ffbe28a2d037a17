import { cloudChangesInLines } from "../../../../commands/report/clouds/in-lines";
import { edited, file } from "../../../stability/edits";
import { compared } from "./compared";

const place = "    eks: { name: stage-eks, region: eu-central-1 }\n";
const moved = (to: string) => compared(file, edited([place, to]));
const told = (where: string) =>
  `clusters.stage is another cluster than before (${where}), so nothing takes away the bindings on the one before (stage-eks in eu-central-1): put the entry back as it was with state: absent, run npx cdktf deploy rbac-stage eks-stage, then change it.`;
const both = "npx cdktf deploy people login rbac-stage eks-stage";
const kind = "    kubernetes: { kubeconfig: ./kubeconfig, context: kind-dev }\n";

test.each([
  ["region", "    eks: { name: stage-eks, region: eu-west-1 }\n", "stage-eks in eu-west-1", both],
  ["name", "    eks: { name: other-eks, region: eu-central-1 }\n", "other-eks in eu-central-1", both],
  ["kind", kind, "context kind-dev", "npx cdktf deploy rbac-stage --ignore-missing-stack-dependencies"],
])(
  "a cluster with another %s leaves what is on the one before, and its stacks are deployed",
  (_, to, where, command) => {
    const change = moved(to);
    expect(change.leftBehind).toEqual([told(where)]);
    expect(change.command).toBe(command);
    expect(cloudChangesInLines(change)).not.toContain("Nothing is to be deployed.");
  },
);

test("a cluster with another context is another, and with another kubeconfig it is not", () => {
  const before = edited([place, kind]);
  const { leftBehind } = compared(before, before.replace("kind-dev", "kind-new"));
  expect(leftBehind).toEqual([
    "clusters.stage is another cluster than before (context kind-new), so nothing takes away the bindings on the one before (context kind-dev): put the entry back as it was with state: absent, run npx cdktf deploy rbac-stage, then change it.",
  ]);
  const other = compared(before, before.replace("./kubeconfig", "./other"));
  expect(other.leftBehind).toEqual([]);
  expect(other.command).toBe("npx cdktf deploy rbac-stage --ignore-missing-stack-dependencies");
});

test("a cluster that was absent before leaves nothing where it was", () => {
  const absent = edited([place, `${place}    state: absent\n`]);
  const after = edited([place, "    eks: { name: other-eks, region: eu-central-1 }\n"]);
  expect(compared(absent, after).leftBehind).toEqual([]);
});
