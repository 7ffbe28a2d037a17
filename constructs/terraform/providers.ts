import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { KubernetesProvider, type KubernetesProviderConfig } from "@cdktf/provider-kubernetes/lib/provider";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import type { TerraformStack } from "cdktf";
import type { Access, Eks } from "../../config/schema/access";
import { providerRanges, writeOnlyKubernetesRange } from "../../config/schema/terraform/providers";
import { oldestVersions } from "../../model/terraform/flavour";
import { MsgraphProvider } from "../msgraph/provider";
import { RhcsProvider } from "../rhcs/provider";
import { literal } from "./literal";

type Settings = Access["terraform"];
type Providers = Settings["providers"];

/** Bindings name the one version that they were made from; users need newer ones. */
function ranged(stack: TerraformStack, provider: keyof Providers, { flavour, providers }: Settings): void {
  stack.addOverride(`terraform.required_providers.${provider}.version`, providers[provider]);
  stack.addOverride("terraform.required_version", `>= ${oldestVersions[flavour]}`);
}

/** Entra, in the tenant of the access file and no other. Credentials come from the environment (`ARM_*`, `az login`). */
export function useAzuread(stack: TerraformStack, { tenant, terraform }: Access): void {
  new AzureadProvider(stack, "azuread", { tenantId: tenant });
  ranged(stack, "azuread", terraform);
}

/** Microsoft Graph where azuread has no resource; the same credentials. */
export function useMsgraph(stack: TerraformStack, { tenant, terraform }: Access): void {
  new MsgraphProvider(stack, "msgraph", { tenantId: tenant, version: terraform.providers.msgraph });
  ranged(stack, "msgraph", terraform);
}

/** Red Hat's API for ROSA. Credentials come from the environment (`RHCS_*`). */
export function useRhcs(stack: TerraformStack, { terraform }: Access): void {
  new RhcsProvider(stack, "rhcs", { version: terraform.providers.rhcs });
  ranged(stack, "rhcs", terraform);
}

/** Times that are kept in the state, and replaced when they have passed. */
export function useTime(stack: TerraformStack, { terraform }: Access): void {
  new TimeProvider(stack, "time");
  ranged(stack, "time", terraform);
}

/**
 * AWS in the region of a cluster, as the profile and the role that its entry names. Other credentials come from the
 * environment (`AWS_*`, `aws sso login`).
 */
export function useAws(stack: TerraformStack, { region, profile, assumeRole }: Eks, { terraform }: Access): void {
  new AwsProvider(stack, "aws", {
    region,
    ...(profile === undefined ? {} : { profile }),
    ...(assumeRole === undefined ? {} : { assumeRole: [{ roleArn: literal(assumeRole) }] }),
  });
  ranged(stack, "aws", terraform);
}

/** The API server of a cluster. */
export function useKubernetes(stack: TerraformStack, config: KubernetesProviderConfig, { terraform }: Access): void {
  new KubernetesProvider(stack, "kubernetes", config);
  ranged(stack, "kubernetes", terraform);
}

/** Has a stack that writes write-only data take a provider that can, unless the operator says which. */
export function needWriteOnlyData(stack: TerraformStack, { terraform }: Access): void {
  const { providers } = terraform;
  if (providers.kubernetes !== providerRanges.kubernetes) return;
  ranged(stack, "kubernetes", { ...terraform, providers: { ...providers, kubernetes: writeOnlyKubernetesRange } });
}
