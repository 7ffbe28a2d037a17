import { HttpsProxyAgent } from "https-proxy-agent";
import { getProxyForUrl } from "proxy-from-env";
import { unanswered } from "../https/unanswered";
import type { NewCluster } from "./answers";

/** The clusters that these credentials see in a region; or why AWS does not say. */
export async function listedClusters(
  region: string,
  abortSignal: AbortSignal,
): Promise<readonly NewCluster[] | { readonly reason: string }> {
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  const sdk = await import("@aws-sdk/client-eks");
  const { fromNodeProviderChain } = await import("@aws-sdk/credential-providers");
  const proxy = getProxyForUrl(`https://eks.${region}.amazonaws.com`);
  const client = new sdk.EKSClient({
    region,
    maxAttempts: 2,
    credentials: fromNodeProviderChain(),
    // The SDK knows no proxies of the environment.
    ...(proxy === "" ? {} : { requestHandler: { httpsAgent: new HttpsProxyAgent(proxy) } }),
  });
  try {
    const found: NewCluster[] = [];
    for await (const { clusters = [] } of sdk.paginateListClusters({ client, pageSize: 100 }, {}, { abortSignal })) {
      found.push(...clusters.map((name) => ({ name, region })));
    }
    return found;
  } catch (error) {
    return { reason: unanswered(error).reason };
  } finally {
    client.destroy();
  }
}
