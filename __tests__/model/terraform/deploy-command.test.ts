import { deployAloneCommand, deployCommand, inOrder, withdrawCommand } from "../../../model/terraform/deploy-command";
import { withTenant } from "../../access-text";
import { synth } from "../../synth";

/** A file that has every stack, and every reason for one to come after another. */
const file = withTenant(`
login: { kubectl: confidential, assignment: required }
attributes: { team: {} }
users: { nora@contoso.com: { create: { displayName: Nora } } }
groups: { devs: { members: [nora@contoso.com] } }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants: [{ group: devs, clusterRole: view }]
portal:
  { cluster: prod, url: https://portal.example.com, namespace: krci, version: "3.15", groups: { admin: devs } }
clients: { kiali: { preset: kiali, cluster: prod, url: https://mesh.contoso.com/kiali, namespace: mesh } }
`);

test.each(Object.entries(synth(file).dependencies))("what %s depends on comes before it", (stack, dependencies) => {
  const names = inOrder([stack]);
  expect(names.at(-1)).toBe(stack);
  expect(dependencies.filter((name) => !names.includes(name))).toEqual([]);
});

test("all that stacks may come after is named with them, in braces, each once", () => {
  expect(deployCommand("users")).toBe("npx cdktf deploy users");
  expect(deployCommand("rbac-prod")).toBe("npx cdktf deploy '{users,people,rbac-prod}'");
  expect(deployCommand("rbac-prod", "eks-prod")).toBe("npx cdktf deploy '{users,people,rbac-prod,login,eks-prod}'");
  expect(deployCommand("portal")).toBe("npx cdktf deploy '{users,people,login,portal}'");
});

test("one stack alone needs cdktf's option, unless it comes after none", () => {
  expect(deployAloneCommand("attributes")).toBe("npx cdktf deploy attributes --ignore-missing-stack-dependencies");
  expect(deployAloneCommand("users")).toBe("npx cdktf deploy users");
});

test("the stacks of a cluster that is to be absent come after nothing", () => {
  const absent = file.replace("    grants:", "    state: absent\n    grants:").replace(/\nportal:[^]*$/, "\n");
  const { dependencies } = synth(absent);
  expect(withdrawCommand("prod", "eks")).toBe("npx cdktf deploy rbac-prod eks-prod");
  expect([dependencies["rbac-prod"], dependencies["eks-prod"]]).toEqual([[], []]);
});
