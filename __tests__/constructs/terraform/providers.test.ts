import { tenant, withGrants } from "../../access-text";
import { withPortal } from "../../portal-text";
import { synth } from "../../synth";

const file = withGrants("[{ group: devs, clusterRole: view }]", "{ devs: { members: [ada@contoso.com] } }");
const version = (text: string, stack: string, provider: string) =>
  synth(text).find(stack, "terraform", "required_providers", provider)["version"];

test.each([
  ["people", "azuread", ">= 3.7, < 4"],
  ["people", "msgraph", "~> 0.3.0"],
  ["login", "azuread", ">= 3.7, < 4"],
  ["eks-prod", "aws", ">= 6.0, < 7"],
  ["rbac-prod", "aws", ">= 6.0, < 7"],
  ["rbac-prod", "kubernetes", ">= 2.38, < 4"],
])("stack %s takes %s %s, not the one version of the binding", (stack, provider, range) => {
  expect(version(file, stack, provider)).toBe(range);
  expect(version(`${file}terraform: { providers: { ${provider}: "= 9.9.9" } }\n`, stack, provider)).toBe("= 9.9.9");
});

test("the stack that writes a Secret takes a kubernetes provider that can, unless the file says which", () => {
  expect(version(withPortal(), "portal", "kubernetes")).toBe(">= 3.2.1, < 4");
  expect(version(withPortal(), "rbac-prod", "kubernetes")).toBe(">= 2.38, < 4");
  const own = `${withPortal()}terraform: { providers: { kubernetes: "= 2.38.0" } }\n`;
  expect(version(own, "portal", "kubernetes")).toBe("= 2.38.0");
});

test("Terraform has to know ephemeral values", () => {
  for (const stack of Object.values(synth(file).stacks)) {
    expect(stack["terraform"]).toMatchObject({ required_version: ">= 1.11" });
  }
});

test("OpenTofu has to replace what a replaced resource triggers, and nothing else is written for it", () => {
  const [terraform, opentofu] = [file, `${file}terraform: { flavour: opentofu }\n`].map((text) => synth(text).stacks);
  const written = JSON.stringify(opentofu);
  expect(written).toContain('"required_version":">= 1.12"');
  expect(written.replaceAll(">= 1.12", ">= 1.11")).toBe(JSON.stringify(terraform));
});

test("Entra is reached in the tenant of the file and no other, AWS in the region of the cluster", () => {
  const program = synth(file);
  expect(program.find("people", "provider")).toEqual({
    azuread: [{ tenant_id: tenant }],
    msgraph: [{ tenant_id: tenant }],
  });
  expect(program.find("eks-prod", "provider")).toEqual({ aws: [{ region: "eu-central-1" }] });
});

test("AWS is asked as the profile and the role that the cluster names, and as no other", () => {
  const eks = (more: string) => file.replace("region: eu-central-1", `region: eu-central-1, ${more}`);
  const both = synth(eks('profile: platform, assumeRole: "arn:aws:iam::111122223333:role/x-${y}/deployer"'));
  for (const stack of ["eks-prod", "rbac-prod"]) {
    expect(both.find(stack, "provider")["aws"]).toEqual([
      {
        region: "eu-central-1",
        profile: "platform",
        assume_role: [{ role_arn: "arn:aws:iam::111122223333:role/x-$${y}/deployer" }],
      },
    ]);
  }
  expect(synth(eks("profile: platform")).find("eks-prod", "provider")["aws"]).toEqual([
    { region: "eu-central-1", profile: "platform" },
  ]);
});
