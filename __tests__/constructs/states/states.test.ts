import { withGrants } from "../../access-text";
import { synth } from "../../synth";

const backends = {
  local: "{ directory: states }",
  s3: "{ type: s3, bucket: contoso-states, region: eu-central-1 }",
  cloud: "{ type: cloud, organization: contoso, prefix: entra-eks- }",
};
const file = (backend: string) =>
  `${withGrants("[{ group: devs, clusterRole: view }]")}login: { groups: { emit: assigned } }\nbackend: ${backend}\n`;

describe.each(Object.entries(backends))("states in %s", (_, backend) => {
  const program = synth(file(backend));
  const reads = [
    ["login", "people"],
    ["eks-prod", "login"],
    ["rbac-prod", "people"],
  ] as const;

  test.each(reads)("%s reads the outputs of %s, and is deployed after it", (reader, owner) => {
    expect(program.dependencies[reader]).toEqual([owner]);
    expect(JSON.stringify(program.stack(reader))).toContain(`\${data.terraform_remote_state.${owner}.outputs.`);
  });

  test.each(reads)(
    "before %s uses an output of %s it has to be there, or the stack to deploy is named",
    (reader, owner) => {
      const { postcondition } = program.find(reader, "data", "terraform_remote_state", owner, "lifecycle") as {
        postcondition: { condition: string; error_message: string }[];
      };
      expect(postcondition).toHaveLength(1);
      expect(postcondition[0]?.condition).toContain("can(self.outputs.");
      expect(postcondition[0]?.error_message).toContain(`Deploy ${owner} first: npx cdktf deploy`);
    },
  );

  test("what the stacks make and put out does not depend on where the states are", () => {
    const made = (text: string) =>
      Object.values(synth(text).stacks).map(({ provider, resource, output, check }) => ({
        provider,
        resource,
        output,
        check,
      }));
    expect(made(file(backend))).toEqual(made(file("{}")));
  });
});
