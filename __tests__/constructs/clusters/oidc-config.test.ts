import { withGrants } from "../../access-text";
import { synth } from "../../synth";

const oidc = (lines: string, cluster = "grants: []") =>
  synth(`${withGrants("[]").replace("grants: []", cluster)}${lines}`).resource(
    "eks-prod",
    "aws_eks_identity_provider_config",
    "association",
  )["oidc"];

test("a cluster trusts the issuer and the client ID that login puts out", () => {
  expect(oidc("")).toEqual({
    identity_provider_config_name: "entra",
    issuer_url: "${data.terraform_remote_state.login.outputs.issuer_url}",
    client_id: "${data.terraform_remote_state.login.outputs.client_id}",
    username_claim: "upn",
    username_prefix: "entra:",
    groups_claim: "groups",
    groups_prefix: "entra:",
  });
});

test("an empty user-name prefix is the dash that switches EKS's own prefix off; an empty groups prefix is none", () => {
  const none = oidc('login: { username: { prefix: "" }, groups: { prefix: "" } }\n');
  expect(none).toMatchObject({ username_prefix: "-" });
  expect(none).not.toHaveProperty("groups_prefix");
});

test("required claims and prefixes are text, not Terraform", () => {
  expect(oidc('login: { groups: { prefix: "${g}:" } }\n', 'requiredClaims: { email: "%{b}" }')).toMatchObject({
    groups_prefix: "$${g}:",
    required_claims: { email: "%%{b}" },
  });
});
