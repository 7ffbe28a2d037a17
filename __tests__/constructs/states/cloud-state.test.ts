import { withGrants } from "../../access-text";
import { synth } from "../../synth";

const file = withGrants("[{ group: devs, clusterRole: view }]");
const states = (rest = "") =>
  synth(`${file}backend: { type: cloud, organization: contoso, prefix: entra-eks-${rest} }\n`);

test("each stack has a workspace of its own", () => {
  const program = states();
  for (const name of ["people", "login", "eks-prod", "rbac-prod"]) {
    const { cloud, backend } = program.find(name, "terraform");
    expect({ cloud, backend }).toEqual({
      cloud: { hostname: "app.terraform.io", organization: "contoso", workspaces: { name: `entra-eks-${name}` } },
      backend: undefined,
    });
  }
});

test("workspaces are made in the project, on the host of Terraform Enterprise", () => {
  expect(states(", project: Access files, hostname: tfe.contoso.com").find("login", "terraform", "cloud")).toEqual({
    hostname: "tfe.contoso.com",
    organization: "contoso",
    workspaces: { name: "entra-eks-login", project: "Access files" },
  });
});

test("a stack reads another's outputs from that one's workspace, which its name alone identifies", () => {
  const { backend, config } = states(", project: Access files, hostname: tfe.contoso.com").find(
    "eks-prod",
    "data",
    "terraform_remote_state",
    "login",
  );
  expect({ backend, config }).toEqual({
    backend: "remote",
    config: { hostname: "tfe.contoso.com", organization: "contoso", workspaces: { name: "entra-eks-login" } },
  });
});

test("Terraform is not needed to synthesize", () => {
  const path = process.env["PATH"];
  process.env["PATH"] = "/nowhere";
  try {
    expect(Object.keys(states().stacks)).toHaveLength(4);
  } finally {
    process.env["PATH"] = path;
  }
});
