import { edited, file } from "../../../stability/edits";
import { compared } from "./compared";

const absent = "    eks: { name: stage-eks, region: eu-central-1 }\n    state: absent\n";

test.each([
  [
    "two stacks are named in their order",
    edited(
      ["{ displayName: Developers,", "{ displayName: Developers, owners: [ada@contoso.com],"],
      ["clusterRole: view", "clusterRole: admin"],
    ),
    "npx cdktf deploy people rbac-prod",
  ],
  [
    "a stack that comes after none is deployed by its name",
    edited(["[ada@contoso.com]", "[]"]),
    "npx cdktf deploy people",
  ],
  [
    "a stack whose inputs do not change is deployed alone",
    edited(["clusterRole: view", "clusterRole: admin"]),
    "npx cdktf deploy rbac-prod --ignore-missing-stack-dependencies",
  ],
  [
    "of two stacks that come after one that does not change, all three are named: cdktf keeps no order without them",
    edited(["clusterRole: view", "clusterRole: admin"], ["clusterRole: edit", "clusterRole: view"]),
    "npx cdktf deploy people rbac-prod rbac-stage",
  ],
  [
    "a cluster that is to be absent comes after nothing",
    edited(["    eks: { name: stage-eks, region: eu-central-1 }\n", absent]),
    "npx cdktf deploy rbac-stage eks-stage",
  ],
  [
    "states that move do so stack by stack",
    `${file}backend: { type: local, directory: moved }\n`,
    "npx cdktf deploy '*' --migrate-state",
  ],
])("%s", (_, after, command) => {
  expect(compared(file, after).command).toBe(command);
});
