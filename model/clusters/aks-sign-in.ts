/** Azure's own applications, the same in every cloud: github.com/Azure/kubelogin, docs/book/src/concepts/aks.md */
export const aksServer = "6dae42f8-4368-4678-94ff-3960e28e3630";
const aksClient = "80faf920-1908-4b52-b5ef-a8e7bedfc67a";

/** Azure's kubelogin, as it is found on the PATH; int128's is another program. */
export const aksPlugin = "kubelogin";

/**
 * What Azure's kubelogin is run with to print an ExecCredential with an access token for AKS: docs/book/src/cli/get-token.md there.
 *
 * @param tenant directory (tenant) ID
 * @param deviceCode whether people type a code, instead of a browser that is opened
 */
export function aksArguments(tenant: string, deviceCode = false): string[] {
  return [
    "get-token",
    "--environment",
    "AzurePublicCloud",
    "--server-id",
    aksServer,
    "--client-id",
    aksClient,
    "--tenant-id",
    tenant,
    "--login",
    deviceCode ? "devicecode" : "interactive",
    // Variables such as AZURE_CLIENT_ID, which Terraform's users have, would take precedence: 0.1.7 and newer.
    "--disable-environment-override",
  ];
}
