import { logReader, withGrants } from "../../access-text";
import { synth } from "../../synth";

const program = synth(
  withGrants(
    '[{ group: devs, clusterRole: view }, { group: devs, role: "log.reader", namespaces: [team-a] }]',
    '{ devs: { displayName: "EKS ${Devs}" } }',
    `{ log.reader: ${logReader} }`,
  ),
);
const everywhere = program.resource("rbac-prod", "kubernetes_cluster_role_binding_v1", "devs__ClusterRole__view");
const inTeamA = program.resource("rbac-prod", "kubernetes_role_binding_v1", "devs__Role__log_2e_reader__team-a");

test("a group is bound by the prefixed object ID that Entra assigns, never by its name", () => {
  for (const { subject } of [everywhere, inTeamA]) {
    expect(subject).toEqual([
      {
        kind: "Group",
        api_group: "rbac.authorization.k8s.io",
        name: 'entra:${data.terraform_remote_state.people.outputs.group_object_ids["devs"]}',
      },
    ]);
  }
});

test("people see the group: its key in a label, its display name in an annotation", () => {
  expect(everywhere["metadata"]).toEqual({
    name: "entra:devs:clusterrole:view",
    labels: { "app.kubernetes.io/managed-by": "entra-eks", "entra-eks/group": "devs" },
    annotations: { "entra-eks/display-name": "EKS $${Devs}" },
  });
});

test("a grant without namespaces holds everywhere, one with them only there", () => {
  expect(everywhere["role_ref"]).toMatchObject({ kind: "ClusterRole", name: "view" });
  expect(inTeamA["role_ref"]).toMatchObject({ kind: "Role", name: "log.reader" });
  expect(inTeamA["metadata"]).toMatchObject({ namespace: "team-a", name: "entra:devs:role:log.reader" });
});

test("a namespace that is not there stops the plan with a sentence that names the grant", () => {
  expect(inTeamA["lifecycle"]).toEqual({
    precondition: [
      {
        condition: '${contains(data.kubernetes_all_namespaces.namespaces.namespaces, "team-a")}',
        error_message:
          'The grant of Role "log.reader" to group "devs" in namespace "team-a" of cluster "prod" needs that namespace, which is not there. Create it, or take it out of the grant.',
      },
    ],
  });
});
