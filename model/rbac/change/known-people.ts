import type { Access } from "../../../config/schema/access";
import { hasOAuthServer, type OpenShift } from "../../clusters/openshift";
import type { ComparedCluster } from "./compared-clusters";

/** What an OAuth server of OpenShift keeps of whoever has signed in, and does not find any more. */
export interface KnownPeople {
  /**
   * The name of the provider, which begins the name of each identity.
   *
   * @default - it has not changed
   */
  readonly provider?: { readonly was: string; readonly is: string };
  /** Whether the user name comes from another claim. */
  readonly isRenamed: boolean;
  readonly mappingMethod: NonNullable<OpenShift["mappingMethod"]>;
}

/**
 * What changes for people whom the OAuth server of a cluster knows; `undefined` if it is nothing. An identity is
 * `<provider>:<sub>`: docs.redhat.com, OpenShift Container Platform 4.20, "Identity provider parameters"
 */
export function knownPeople(before: Access, after: Access, cluster: ComparedCluster): KnownPeople | undefined {
  const [old, young] = [cluster.before, cluster.after];
  if (old?.openshift === undefined || young?.openshift === undefined) return undefined;
  if (!hasOAuthServer(old) || !hasOAuthServer(young)) return undefined;
  const { mappingMethod = "claim", provider: is } = young.openshift;
  const was = old.openshift.provider;
  const isRenamed = before.login.username.claim !== after.login.username.claim;
  if (was !== is) return { provider: { was, is }, isRenamed, mappingMethod };
  return isRenamed ? { isRenamed, mappingMethod } : undefined;
}

/** What they lose by it, and why. */
export interface LossOfKnown {
  readonly kind: "shut out" | "loses groups";
  readonly reason: string;
}

/**
 * What people lose who signed in before; `undefined` if it is nothing. Of each method the same page says it, and
 * github.com/openshift/oauth-server does it: pkg/userregistry/identitymapper maps an identity that is known to its user, whatever
 * the claims say now, and pkg/groupmapper writes what they say into the groups.
 */
export function lossOfKnown({ provider, isRenamed, mappingMethod }: KnownPeople): LossOfKnown | undefined {
  if (provider !== undefined) {
    const renamed = `the identity provider ${provider.was} is called ${provider.is} now`;
    if (mappingMethod === "lookup") return { kind: "shut out", reason: `${renamed}, and lookup makes no identity` };
    if (mappingMethod === "add" || isRenamed) return undefined;
    return { kind: "shut out", reason: `${renamed}, and claim gives no user to a second identity` };
  }
  return { kind: "loses groups", reason: "their users keep the old names, and their groups list the new ones" };
}
