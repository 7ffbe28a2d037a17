import type { Cluster as LiveCluster, OidcIdentityProviderConfig } from "@aws-sdk/client-eks";
import type { Eks } from "../../config/schema/access";
import { eksClient } from "../clusters/eks-client";

/** What AWS says of a cluster and of its only slot for an OIDC provider. */
export interface Live {
  readonly cluster: LiveCluster;
  /** @default - the slot is free */
  readonly association?: OidcIdentityProviderConfig;
}

/** Asks AWS about a cluster as its entry says. Throws what the AWS SDK throws. */
export async function askEks(eks: Eks, abortSignal: AbortSignal): Promise<Live> {
  const { name } = eks;
  const client = await eksClient(eks);
  const sdk = await import("@aws-sdk/client-eks");
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
