import { withGrants } from "../../access-text";
import { synth } from "../../synth";

test("a check warns that a cluster's audit log is off", () => {
  expect(synth(withGrants("[]")).find("eks-prod", "check", "audit_log")).toEqual({
    assert: [
      {
        condition: '${contains(data.aws_eks_cluster.cluster.enabled_cluster_log_types, "audit")}',
        error_message:
          'The audit log of EKS cluster ${data.aws_eks_cluster.cluster.name} is off, so nobody can say afterwards who did what. Turn the log type "audit" on.',
      },
    ],
  });
});
