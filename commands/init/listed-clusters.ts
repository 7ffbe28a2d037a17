import { eksClient } from "../clusters/eks-client";
import { unanswered } from "../https/unanswered";
import type { NewCluster } from "./answers";

/** The clusters that these credentials see in a region; or why AWS does not say. */
export async function listedClusters(
  region: string,
  abortSignal: AbortSignal,
): Promise<readonly NewCluster[] | { readonly reason: string }> {
  const client = await eksClient({ region });
  const { paginateListClusters } = await import("@aws-sdk/client-eks");
  try {
    const found: NewCluster[] = [];
    for await (const { clusters = [] } of paginateListClusters({ client, pageSize: 100 }, {}, { abortSignal })) {
      found.push(...clusters.map((name) => ({ name, region })));
    }
    return found;
  } catch (error) {
    return { reason: unanswered(error).reason };
  } finally {
    client.destroy();
  }
}
