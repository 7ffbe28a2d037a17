import { judgedTerraform, terraformBinary } from "../../../sandbox/terraform/version";

test.each([
  ["terraform", "Terraform v1.11.4\non linux_amd64\n", { binary: "it", version: "1.11.4", flavour: "terraform" }],
  ["terraform", "Terraform v2.0.0\n", { binary: "it", version: "2.0.0", flavour: "terraform" }],
  ["terraform", "OpenTofu v1.12.6\n", { binary: "it", version: "1.12.6", flavour: "opentofu" }],
  ["opentofu", "OpenTofu v1.12.0-rc1\n", { binary: "it", version: "1.12.0-rc1", flavour: "opentofu" }],
] as const)("for %s, %j will do", (wanted, printed, found) => {
  expect(judgedTerraform("it", wanted, printed)).toEqual(found);
});

test.each([
  [
    "terraform",
    "Terraform v1.10.5\n",
    "Terraform 1.10.5 is too old; get 1.11 or newer from developer.hashicorp.com/terraform/install",
  ],
  [
    "terraform",
    "OpenTofu v1.11.14\n",
    "OpenTofu 1.11.14 is too old; get 1.12 or newer from opentofu.org/docs/intro/install",
  ],
  [
    "opentofu",
    "Terraform v1.15.0\n",
    "terraform.flavour is opentofu, but it is Terraform 1.15.0; set TERRAFORM_BINARY_NAME=tofu",
  ],
  ["opentofu", "hello", "it does not say its version; get 1.12 or newer from opentofu.org/docs/intro/install"],
  ["opentofu", undefined, "OpenTofu (it) is not on the PATH; get 1.12 or newer from opentofu.org/docs/intro/install"],
] as const)("for %s, %j will not do, and a sentence says why", (wanted, printed, missing) => {
  expect(judgedTerraform("it", wanted, printed)).toEqual({ missing });
});

test("a variable names the binary, whatever the access file says; without it the file does", () => {
  expect(terraformBinary({ TERRAFORM_BINARY_NAME: "mine" }, "opentofu")).toBe("mine");
  expect(terraformBinary({}, "terraform")).toBe("terraform");
  expect(terraformBinary({}, "opentofu")).toBe("tofu");
});
