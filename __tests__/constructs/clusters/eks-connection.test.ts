import { withGrants } from "../../access-text";
import { synth } from "../../synth";

/** The stack of RBAC on a cluster whose entry has more keys. */
const rbac = (more: string) =>
  synth(
    withGrants("[{ group: devs, clusterRole: view }]").replace("region: eu-central-1", `region: eu-central-1, ${more}`),
  );
const connection = (more: string) => rbac(more).find("rbac-prod", "provider")["kubernetes"];

const server = {
  host: "${data.aws_eks_cluster.cluster.endpoint}",
  cluster_ca_certificate: "${base64decode(data.aws_eks_cluster.cluster.certificate_authority[0].data)}",
};
const getToken = ["eks", "get-token", "--cluster-name", "prod-eks", "--region", "eu-central-1", "--output", "json"];

test("ephemeral, which is the default: the token stands in no plan and no state", () => {
  for (const more of ["", "credentials: ephemeral"]) {
    expect(rbac(more).find("rbac-prod", "ephemeral")).toEqual({
      aws_eks_cluster_auth: { cluster: { name: "prod-eks" } },
    });
    expect(connection(more)).toEqual([{ ...server, token: "${ephemeral.aws_eks_cluster_auth.cluster.token}" }]);
  }
});

test("exec: the AWS CLI makes the token, as the profile and the role of the cluster, and there is no other token", () => {
  const exec = (...more: readonly string[]) => [
    {
      ...server,
      exec: [{ api_version: "client.authentication.k8s.io/v1beta1", command: "aws", args: [...getToken, ...more] }],
    },
  ];
  expect(connection("credentials: exec")).toEqual(exec());
  expect(
    connection('credentials: exec, profile: platform, assumeRole: "arn:aws:iam::111122223333:role/a${b}/c"'),
  ).toEqual(exec("--profile", "platform", "--role-arn", "arn:aws:iam::111122223333:role/a$${b}/c"));
  expect(rbac("credentials: exec").stack("rbac-prod")).not.toHaveProperty("ephemeral");
});
