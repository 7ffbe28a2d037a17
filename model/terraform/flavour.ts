import type { Access } from "../../config/schema/access";

export type Flavour = Access["terraform"]["flavour"];

/**
 * The oldest version that each takes, as major.minor.
 * Terraform 1.11 has write-only arguments. OpenTofu has them since 1.11, but before 1.12 `replace_triggered_by` misses a resource that
 * is itself replaced: github.com/opentofu/opentofu/blob/v1.12.0/CHANGELOG.md
 */
export const oldestVersions: Readonly<Record<Flavour, string>> = { terraform: "1.11", opentofu: "1.12" };

export const flavourNames: Readonly<Record<Flavour, string>> = { terraform: "Terraform", opentofu: "OpenTofu" };
