import { logReader, withGrants } from "../../access-text";
import { synth } from "../../synth";

const program = synth(
  withGrants("[{ group: devs, role: logs, namespaces: [team-a] }]", undefined, `{ logs: ${logReader} }`),
);
const condition = '${contains(data.kubernetes_all_namespaces.namespaces.namespaces, "team-a")}';

test("a namespace that is not there stops the plan before a role or a binding in it", () => {
  expect(program.resource("rbac-prod", "kubernetes_role_v1", "Role__logs__team-a")["lifecycle"]).toEqual({
    precondition: [
      {
        condition,
        error_message:
          'The Role "logs" in namespace "team-a" of cluster "prod" needs that namespace, which is not there. Create it, or take it out of the grant.',
      },
    ],
  });
  expect(program.resource("rbac-prod", "kubernetes_role_binding_v1", "devs__Role__logs__team-a")["lifecycle"]).toEqual({
    precondition: [
      {
        condition,
        error_message:
          'The grant of Role "logs" to group "devs" in namespace "team-a" of cluster "prod" needs that namespace, which is not there. Create it, or take it out of the grant.',
      },
    ],
  });
});

test("a ClusterRole needs no namespace, even if it is granted in one", () => {
  const { stacks } = synth(
    withGrants("[{ group: devs, clusterRole: logs, namespaces: [a] }]", undefined, `{ logs: ${logReader} }`),
  );
  expect(JSON.stringify(stacks["rbac-prod"]).match(/precondition/g)).toHaveLength(2);
});
