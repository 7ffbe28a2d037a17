import { withGrants } from "../access-text";
import { synth } from "../synth";

const program = synth(withGrants("[{ group: devs, clusterRole: view }]"));

test("namespaces are listed only where a grant names some", () => {
  expect(program.find("rbac-prod", "data")).not.toHaveProperty("kubernetes_all_namespaces");
  const namespaced = synth(
    withGrants("[{ group: devs, clusterRole: edit }, { group: devs, clusterRole: view, namespaces: [a] }]"),
  );
  expect(namespaced.find("rbac-prod", "data")).toHaveProperty("kubernetes_all_namespaces");
});

test("a prefix of the operator is text, not Terraform", () => {
  const prefixed = synth(
    `${withGrants("[{ group: devs, clusterRole: view }]")}login: { groups: { prefix: "\${x}" } }\n`,
  );
  expect(
    prefixed.resource("rbac-prod", "kubernetes_cluster_role_binding_v1", "devs__ClusterRole__view")["subject"],
  ).toMatchObject([{ name: '$${x}${data.terraform_remote_state.people.outputs.group_object_ids["devs"]}' }]);
});

test("a cluster that is to be absent has no bindings, and is still reached so that they can be taken away", () => {
  const absent = synth(withGrants("[{ group: devs, clusterRole: view, namespaces: [a] }]\n    state: absent"));
  expect(absent.stack("rbac-prod")).not.toHaveProperty("resource");
  expect(absent.find("rbac-prod", "provider")).toHaveProperty("kubernetes");
  expect(absent.dependencies["rbac-prod"]).toEqual([]);
});
