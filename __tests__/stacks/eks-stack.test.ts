import { withGrants } from "../access-text";
import { synth } from "../synth";

const file = withGrants("[]");

test("eks puts out what a kubeconfig needs, and the association", () => {
  const outputs = synth(file).find("eks-prod", "output");
  expect(
    Object.fromEntries(Object.entries(outputs).map(([name, output]) => [name, (output as { value: unknown }).value])),
  ).toEqual({
    association_arn: "${aws_eks_identity_provider_config.association.arn}",
    cluster_name: "${data.aws_eks_cluster.cluster.name}",
    endpoint: "${data.aws_eks_cluster.cluster.endpoint}",
    certificate_authority: "${data.aws_eks_cluster.cluster.certificate_authority[0].data}",
  });
});

test("associate: false puts out the identity_providers value for terraform-aws-modules/eks instead", () => {
  const outputs = synth(file.replace("grants: []", "associate: false\n    associationName: sso")).find(
    "eks-prod",
    "output",
  );
  expect(outputs).not.toHaveProperty("association_arn");
  expect(outputs["identity_providers"]).toMatchObject({
    value: {
      sso: {
        identity_provider_config_name: "sso",
        issuer_url: "${data.terraform_remote_state.login.outputs.issuer_url}",
        client_id: "${data.terraform_remote_state.login.outputs.client_id}",
        username_claim: "upn",
        username_prefix: "entra:",
        groups_claim: "groups",
        groups_prefix: "entra:",
      },
    },
  });
});

test("with associate: false the tags are handed on too", () => {
  const outputs = synth(file.replace("grants: []", 'associate: false\n    tags: { "${k}": "${v}" }')).find(
    "eks-prod",
    "output",
  );
  expect(outputs["identity_providers"]).toMatchObject({ value: { entra: { tags: { "$${k}": "$${v}" } } } });
});

test("a cluster that is to be absent keeps its state and its provider, and nothing else", () => {
  const absent = synth(withGrants("[]\n    state: absent"));
  expect(Object.keys(absent.stack("eks-prod")).sort()).toEqual(["//", "provider", "terraform"]);
  expect(absent.dependencies["eks-prod"]).toEqual([]);
});
