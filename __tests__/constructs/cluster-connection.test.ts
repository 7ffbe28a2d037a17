import { withGrants } from "../access-text";
import { synth } from "../synth";

const program = synth(withGrants("[{ group: devs, clusterRole: view }]"));

test("the token for the API server is ephemeral, so that it stands in no plan and no state", () => {
  expect(program.find("rbac-prod", "ephemeral")).toEqual({ aws_eks_cluster_auth: { cluster: { name: "prod-eks" } } });
  expect(program.find("rbac-prod", "provider")["kubernetes"]).toEqual([
    {
      host: "${data.aws_eks_cluster.cluster.endpoint}",
      cluster_ca_certificate: "${base64decode(data.aws_eks_cluster.cluster.certificate_authority[0].data)}",
      token: "${ephemeral.aws_eks_cluster_auth.cluster.token}",
    },
  ]);
});
