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

const rosa = (id: string, context = "shop") =>
  `    openshift: { kubeconfig: ./kubeconfig, context: ${context}, domain: apps.contoso.com, signIn: rosa-classic, clusterId: ${id} }\n`;

test("a ROSA cluster with another ID is another, in one context too, and what it has beside RBAC is taken away with it", () => {
  const before = edited([place, rosa("2a3b4c5d6e7f8g9h")]);
  const { leftBehind } = compared(before, before.replace("2a3b", "3a3b"));
  expect(leftBehind).toEqual([
    "clusters.stage is another cluster than before (context shop, ID 3a3b4c5d6e7f8g9h at Red Hat), so nothing takes away the bindings on the one before (context shop, ID 2a3b4c5d6e7f8g9h at Red Hat): put the entry back as it was with state: absent, run npx cdktf deploy rbac-stage openshift-stage, then change it.",
  ]);
});

const openshift = (context: string, way = "external, console: false") =>
  `    openshift: { kubeconfig: ./kubeconfig, context: ${context}, domain: apps.contoso.com, signIn: ${way} }\n`;
const aks = "    aks: { kubeconfig: ./kubeconfig, context: kind-dev }\n";

test.each([
  ["kubernetes", "openshift", kind, openshift("kind-dev")],
  ["openshift", "kubernetes", openshift("kind-dev"), kind],
  ["aks", "openshift", aks, openshift("kind-dev")],
  ["kubernetes", "aks", kind, aks],
  ["openshift with oauth", "openshift with rosa-classic", openshift("shop", "oauth"), rosa("2a3b4c5d6e7f8g9h")],
])("one context is one cluster, which was told to be %s and now is %s", (_, __, from, to) => {
  expect(compared(edited([place, from]), edited([place, to])).leftBehind).toEqual([]);
});

test("an OpenShift cluster without a secret leaves no stack of its own behind", () => {
  const { leftBehind } = compared(edited([place, openshift("a")]), edited([place, openshift("b")]));
  expect(leftBehind).toEqual([expect.stringContaining(", run npx cdktf deploy rbac-stage, then change it.") as string]);
});

test("a cluster that was absent before leaves nothing where it was", () => {
  const absent = edited([place, `${place}    state: absent\n`]);
  const after = edited([place, "    eks: { name: other-eks, region: eu-central-1 }\n"]);
  expect(compared(absent, after).leftBehind).toEqual([]);
});
