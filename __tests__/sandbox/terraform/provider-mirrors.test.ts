import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withOpenTofuMirror } from "../../../sandbox/terraform/opentofu-mirror";
import { cliConfiguration, findMirrors } from "../../../sandbox/terraform/provider-mirrors";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "entra-eks-"))));
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function mirror(name: string, ...providers: readonly string[]): string {
  for (const provider of providers)
    mkdirSync(join(folder, name, "registry.terraform.io", provider), { recursive: true });
  return join(folder, name);
}

test("each provider comes from the first mirror that has it, the rest from the registry", () => {
  const one = mirror("one", "hashicorp/aws/5.100.0");
  const two = mirror("two", "hashicorp/aws/6.0.0", "microsoft/msgraph/0.3.0");
  const text = cliConfiguration([one, two]);
  const aws = "registry.terraform.io/hashicorp/aws";
  const msgraph = "registry.terraform.io/microsoft/msgraph";
  expect(text).toContain(`path    = "${one}"\n    include = ["${aws}"]`);
  expect(text).toContain(`path    = "${two}"\n    include = ["${msgraph}"]`);
  expect(text).toContain(`direct {\n    exclude = ["${aws}","${msgraph}"]`);
});

test("a machine without mirrors asks the registry for everything", () => {
  expect(cliConfiguration([])).toBe("provider_installation {\n  direct {\n    exclude = []\n  }\n}\n");
});

test("named mirrors come before those that a machine has", () => {
  const named = mirror("named", "hashicorp/aws/5.100.0");
  expect(findMirrors({ ENTRA_EKS_MIRRORS: `${named}:${join(folder, "none")}` })[0]).toBe(named);
});

test("OpenTofu finds under its own registry what the first mirror has for Terraform", () => {
  const one = mirror("one", "hashicorp/aws/5.100.0/linux_amd64");
  const two = mirror("two", "hashicorp/aws/6.0.0/linux_amd64", "microsoft/msgraph/0.3.0/linux_amd64");
  const made = join(folder, "made");
  const text = cliConfiguration(withOpenTofuMirror([one, two], made));
  const registry = "registry.opentofu.org";
  expect(text).toContain(
    `path    = "${made}"\n    include = ["${registry}/hashicorp/aws","${registry}/microsoft/msgraph"]`,
  );
  const aws = "hashicorp/aws/5.100.0/linux_amd64";
  expect(realpathSync(join(made, registry, aws))).toBe(realpathSync(join(one, "registry.terraform.io", aws)));
  expect(() => realpathSync(join(made, registry, "hashicorp/aws/6.0.0"))).toThrow("ENOENT");
});
