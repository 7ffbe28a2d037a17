import type { Cluster as LiveCluster, OidcIdentityProviderConfig } from "@aws-sdk/client-eks";
import { HttpsProxyAgent } from "https-proxy-agent";
import { getProxyForUrl } from "proxy-from-env";
import type { Eks } from "../../config/schema/access";

/** What AWS says of a cluster and of its only slot for an OIDC provider. */
export interface Live {
  readonly cluster: LiveCluster;
  /** @default - the slot is free */
  readonly association?: OidcIdentityProviderConfig;
}

/** Asks AWS about a cluster as its entry says. Throws what the AWS SDK throws. */
export async function askEks({ name, region, profile, assumeRole }: Eks, abortSignal: AbortSignal): Promise<Live> {
  // It would tell on stderr which Node.js its later versions want, which is nothing that an operator can act on.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  const sdk = await import("@aws-sdk/client-eks");
  const providers = await import("@aws-sdk/credential-providers");
  const caller = providers.fromNodeProviderChain(profile === undefined ? {} : { profile });
  const role = { RoleArn: assumeRole, RoleSessionName: "entra-eks-doctor" };
  const proxy = getProxyForUrl(`https://eks.${region}.amazonaws.com`);
  const client = new sdk.EKSClient({
    region,
    maxAttempts: 2,
    credentials:
      assumeRole === undefined
        ? caller
        : providers.fromTemporaryCredentials({ masterCredentials: caller, params: role, clientConfig: { region } }),
    // The SDK knows no proxies of the environment.
    ...(proxy === "" ? {} : { requestHandler: { httpsAgent: new HttpsProxyAgent(proxy) } }),
  });
  try {
    const clusterName = { clusterName: name };
    const { cluster } = await client.send(new sdk.DescribeClusterCommand({ name }), { abortSignal });
    const list = new sdk.ListIdentityProviderConfigsCommand(clusterName);
    const { identityProviderConfigs: [found] = [] } = await client.send(list, { abortSignal });
    if (cluster === undefined) throw new Error("AWS answers without a cluster");
    if (found === undefined) return { cluster };
    const asked = { ...clusterName, identityProviderConfig: { type: found.type, name: found.name } };
    const { identityProviderConfig } = await client.send(new sdk.DescribeIdentityProviderConfigCommand(asked), {
      abortSignal,
    });
    const association = identityProviderConfig?.oidc;
    return { cluster, ...(association === undefined ? {} : { association }) };
  } finally {
    client.destroy();
  }
}
