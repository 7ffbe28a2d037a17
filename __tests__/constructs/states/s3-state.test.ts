import { withGrants } from "../../access-text";
import { synth, type Block } from "../../synth";

const file = withGrants("[{ group: devs, clusterRole: view }]");
const states = (rest: string) =>
  synth(`${file}backend: { type: s3, bucket: contoso-states, region: eu-west-1${rest} }\n`);

test("each stack has a key of its own in the bucket, encrypted, and locked without DynamoDB", () => {
  const program = states("");
  for (const name of ["people", "login", "eks-prod", "rbac-prod"]) {
    expect(program.find(name, "terraform", "backend")).toEqual({
      s3: {
        bucket: "contoso-states",
        key: `entra-eks/${name}.tfstate`,
        region: "eu-west-1",
        encrypt: true,
        use_lockfile: true,
      },
    });
  }
});

test("the prefix stands before the key as it is, and a KMS key encrypts the state", () => {
  const s3 = states(', prefix: "", kmsKeyId: alias/states').find("login", "terraform", "backend", "s3");
  expect(s3).toMatchObject({ key: "login.tfstate", kms_key_id: "alias/states" });
  expect(states(", prefix: team-a/eks-").find("login", "terraform", "backend", "s3")["key"]).toBe(
    "team-a/eks-login.tfstate",
  );
});

test("a stack reads another's outputs from the key where that one keeps them", () => {
  const state = (program: ReturnType<typeof synth>): Block =>
    program.find("rbac-prod", "data", "terraform_remote_state", "people");
  const { backend, config } = state(states(", prefix: team-a/, kmsKeyId: alias/states"));
  expect({ backend, config }).toEqual({
    backend: "s3",
    config: { bucket: "contoso-states", key: "team-a/people.tfstate", region: "eu-west-1" },
  });
});
