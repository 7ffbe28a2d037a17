import type { Access, Client, Cluster, Portal } from "../../../config/schema/access";
import { clientStack, confidentialClients } from "../../../model/clients/client";
import { secretProviders } from "../../../model/clients/secret-providers";
import { sameAccount } from "../../../model/clusters/eks-account";
import { ofKind } from "../../../model/clusters/of-kind";
import { own } from "../../../model/own";
import { isSameCluster, placeInWords } from "../../../model/rbac/change/compared-clusters";

/** A stack with the secret of a web client. */
interface Holder {
  readonly stack: string;
  /** Where the access file has the client. */
  readonly at: string;
  readonly client: Client | Portal;
  readonly cluster: Cluster;
}

/** Web clients that run on another cluster than before, a sentence each: their secret is looked for there, and nothing takes away the one before. */
export function movedClients(before: Access, after: Access): string[] {
  const later = new Map(holdersIn(after).map((holder) => [holder.stack, holder]));
  return holdersIn(before).flatMap((was) => {
    const now = later.get(was.stack);
    if (now === undefined || !isElsewhere(was, now)) return [];
    return `${was.at} is on another cluster than before (${placeInWords(now.cluster)}), so nothing takes away its secret on the one before (${placeInWords(was.cluster)}): put the entry back as it was, run npx cdktf destroy ${was.stack}, then change it.`;
  });
}

/** Whether the stack would look for the secret at a place where it is not. Of one that looks nowhere `outOfReach` tells. */
function isElsewhere(was: Holder, now: Holder): boolean {
  const [holder = ""] = providersOf(was);
  if (!providersOf(now).includes(holder)) return false;
  if (holder === "kubernetes") return !isSameCluster(was.cluster, now.cluster);
  const [from, to] = [was.cluster, now.cluster].map((cluster) => ofKind(cluster, "eks")?.eks);
  return from?.region !== to?.region || sameAccount(from, to) === false;
}

/** The one that holds the secret comes first. */
const providersOf = ({ client: { secret }, cluster }: Holder) => secretProviders(cluster, secret?.store);

function holdersIn(access: Access): Holder[] {
  const { portal, clusters } = access;
  const all: (readonly [stack: string, at: string, client: Client | Portal])[] = [
    ...(portal === undefined ? [] : [["portal", "portal", portal] as const]),
    ...confidentialClients(access).map(([name, client]) => [clientStack(name), `clients.${name}`, client] as const),
  ];
  return all.flatMap(([stack, at, client]) => {
    const cluster = own(clusters, client.cluster);
    return cluster === undefined ? [] : [{ stack, at, client, cluster }];
  });
}
