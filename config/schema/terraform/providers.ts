import { z } from "zod";

/** Nothing in it can be read in two ways: one that can takes exponential time with what does not match. */
const constraint = String.raw`((=|!=|>=?|<=?|~>) *)?\d+(\.\d+){0,2}(-[0-9A-Za-z.-]+)?`;
const VersionConstraint = z
  .string()
  .max(200, "must be 200 characters or fewer")
  .regex(
    new RegExp(`^ *${constraint}( *, *${constraint})* *$`),
    'must be a Terraform version constraint such as ">= 6.25, < 7"',
  );

/**
 * The version ranges that are emitted: what was tried end to end, and between and beyond that what its changelog says to
 * leave our resources as they are. Where a provider promises nothing before 1.0, only what was tried.
 */
export const providerRanges = {
  // Bindings are made from 6.x; 5.100 was tried, against emulated EKS and STS.
  aws: ">= 6.0, < 7",
  // 3.7.0 and 3.9.0 were tried, and 3.7.0 followed by 3.9.0.
  azuread: ">= 3.7, < 4",
  // 2.38.0 and 3.2.1 were tried, and one followed by the other; the changelog of 3.0 to 3.2 was read.
  kubernetes: ">= 2.38, < 4",
  // 0.3.0 was tried; 0.4 to 0.6 exist, and were neither tried nor read.
  msgraph: "~> 0.3.0",
  // 1.7.7 took the configuration; nobody applied it.
  rhcs: ">= 1.7, < 2",
  // Bindings are made from 0.13; 0.14.0 was tried.
  time: ">= 0.13, < 1",
} as const;

/** What a Secret with write-only data takes: before 3.2.1 "Missing Resource Identity After Create", hashicorp/terraform-provider-kubernetes issue 2859. */
export const writeOnlyKubernetesRange = ">= 3.2.1, < 4";

const range = (provider: keyof typeof providerRanges) =>
  VersionConstraint.default(providerRanges[provider]).describe(`Version constraint of the ${provider} provider.`);

export const Terraform = z
  .strictObject({
    flavour: z
      .enum(["terraform", "opentofu"])
      .default("terraform")
      .describe(
        "terraform, or opentofu: the stacks then want OpenTofu 1.12 or newer, and the commands of entra-eks run tofu. For cdktf, set TERRAFORM_BINARY_NAME=tofu.",
      ),
    providers: z
      .strictObject({
        aws: range("aws"),
        azuread: range("azuread"),
        kubernetes: range("kubernetes"),
        msgraph: range("msgraph"),
        rhcs: range("rhcs"),
        time: range("time"),
      })
      .prefault({})
      .describe("Version constraints of the providers. The defaults hold what was tried."),
  })
  .prefault({})
  .describe("Settings of Terraform itself.");
