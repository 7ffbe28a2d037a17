import type { Access, Cluster } from "../../config/schema/access";
import { issuerUrl } from "../login/login";
import { hasOAuthServer } from "./openshift";

/** The texts that a cluster puts before the names of its users and groups. */
export interface Prefixes {
  readonly username: string;
  readonly groups: string;
}

/** As much of a cluster as decides them. */
export type Prefixing = Partial<Pick<Cluster, "aks" | "openshift">>;

/**
 * What a cluster puts before names. An EKS cluster, and one whose API server somebody tells, puts what `login` says. The others
 * put what their makers say.
 */
export function prefixesOn(access: Pick<Access, "tenant" | "login">, cluster: Prefixing): Prefixes {
  const { aks, openshift } = cluster;
  const { username, groups } = access.login;
  // learn.microsoft.com/azure/aks/kubernetes-rbac-entra-id
  if (aks !== undefined) return { username: "", groups: "" };
  // Users and groups have the names of claims: github.com/openshift/oauth-server, pkg/groupmapper
  if (hasOAuthServer(cluster)) return { username: "", groups: "" };
  // rosa has no option for a prefix, and then OpenShift puts the issuer: UsernameClaimMapping in github.com/openshift/api, config/v1/types_authentication.go
  if (openshift?.signIn === "rosa-hcp") {
    return { username: username.claim === "email" ? "" : `${issuerUrl(access)}#`, groups: "" };
  }
  return { username: username.prefix, groups: groups.prefix };
}
