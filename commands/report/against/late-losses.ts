import type { Access, Cluster } from "../../../config/schema/access";
import { tokensOf } from "../../../model/clusters/tokens-of";
import { own } from "../../../model/own";
import { roleOf } from "../../../model/rbac/binding";
import { comparedClusters, isSameCluster, type ComparedCluster } from "../../../model/rbac/change/compared-clusters";
import type { HoldersChange, PlacedDifference } from "../../../model/rbac/change/holders-change";
import { code, listed, text, type Text } from "../../onboard/block";

/**
 * Clusters on which people keep what they lose until the token of an OAuth server ends, as a note. It hears nothing of Entra
 * before the next sign-in: github.com/openshift/enhancements, "Synchronizing User Groups on Login", which names the command.
 */
export function lateLosses(changes: readonly HoldersChange[], before: Access, after: Access): Text[] {
  const clusters = new Set(
    changes.flatMap(({ losses, signIns }) => [
      ...losses.filter((loss) => isStillBound(after, loss)).map(({ cluster }) => cluster),
      ...signIns.flatMap(({ kind, cluster, of }) => (kind === "shut out" && of === undefined ? [cluster] : [])),
    ]),
  );
  const compared = comparedClusters(before, after);
  const keeping = new Set(compared.filter((one) => keepsTokens(one, compared)).map(({ name }) => name));
  const late = [...clusters].filter((name) => keeping.has(name));
  if (late.length === 0) return [];
  return [
    text`Whoever is signed in to ${listed(late.map(code))} keeps it until the next sign-in, or until the token ends: 24 hours by default. At once: ${code("oc delete oauthaccesstokens --field-selector userName=<user name>")}`,
  ];
}

/**
 * Also if the file does not have it any more, since its OAuth server hears nothing of that; but not if it only has another key.
 * Without an OAuth server its tokens are of no use.
 */
function keepsTokens({ before, after }: ComparedCluster, compared: readonly ComparedCluster[]): boolean {
  if (before === undefined || !isByOAuthServer(before)) return false;
  if (after !== undefined) return isByOAuthServer(after);
  return !compared.some(
    (one) => one.before === undefined && one.after !== undefined && isSameCluster(one.after, before),
  );
}

const isByOAuthServer = (cluster: Cluster) => tokensOf(cluster) === "oauth-server";

/** Whether the grant is there still, so that the group alone takes it: a binding that goes acts at once. */
function isStillBound(after: Access, { cluster, role, namespaces, through }: PlacedDifference): boolean {
  const grants = own(after.clusters, cluster)?.grants ?? [];
  return grants.some((grant) => {
    const { kind, name } = roleOf(grant);
    if (kind !== role.kind || name !== role.name || !through.some(({ group }) => group === grant.group)) return false;
    return grant.namespaces === undefined || (namespaces?.some((one) => grant.namespaces?.includes(one)) ?? false);
  });
}
