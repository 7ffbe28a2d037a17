import { withGrants } from "../../access-text";
import { synth } from "../../synth";

const association = (text: string) =>
  synth(text).resource("eks-prod", "aws_eks_identity_provider_config", "association");
const file = withGrants("[]");

test("the association waits as long as AWS takes", () => {
  expect(association(file)["timeouts"]).toEqual({ create: "60m", delete: "60m" });
});

test("a plan stops for a cluster that cannot be associated, but not while it is being upgraded", () => {
  expect(association(file)["lifecycle"]).toMatchObject({
    precondition: [
      { condition: '${contains(["ACTIVE", "UPDATING"], data.aws_eks_cluster.cluster.status)}' },
      {
        condition:
          '${data.aws_eks_cluster.cluster.identity[0].oidc[0].issuer != "${data.terraform_remote_state.login.outputs.issuer_url}"}',
      },
    ],
  });
});

test("each failure says how to find an identity provider that takes the slot", () => {
  const { precondition } = association(file)["lifecycle"] as { precondition: { error_message: string }[] };
  for (const { error_message } of precondition) {
    expect(error_message).toContain(
      "aws eks list-identity-provider-configs --cluster-name ${data.aws_eks_cluster.cluster.name}",
    );
  }
});

test("the association refuses to be destroyed, unless the file allows its replacement or protects nothing", () => {
  expect(association(file)["lifecycle"]).toMatchObject({ prevent_destroy: true });
  expect(association(`${file}allow: [replace-association]\n`)["lifecycle"]).toMatchObject({ prevent_destroy: false });
  expect(association(`${file}login: { protect: false }\n`)["lifecycle"]).toMatchObject({ prevent_destroy: false });
});

test("the association has the tags of its entry as they are written, and none without", () => {
  expect(association(file.replace("grants: []", 'tags: { "${k}": "%{v}", team: "" }'))["tags"]).toEqual({
    "$${k}": "%%{v}",
    team: "",
  });
  expect(association(file)).not.toHaveProperty("tags");
});

test("associate: false makes no association", () => {
  const program = synth(file.replace("grants: []", "associate: false"));
  expect(program.addresses("eks-prod", "aws_eks_identity_provider_config")).toEqual([]);
});
