import type { Access, Cluster } from "../../config/schema/access";
import { issuerUrl } from "../login/login";

/** The texts that a cluster puts before the names of its users and groups. */
export interface Prefixes {
  readonly username: string;
  readonly groups: string;
}

const none: Prefixes = { username: "", groups: "" };

/**
 * What a cluster puts before names. An EKS cluster, and one whose API server somebody tells, puts what `login` says. The others
 * put what their makers say.
 */
export function prefixesOn(access: Pick<Access, "tenant" | "login">, cluster: Cluster | undefined): Prefixes {
  const { username, groups } = access.login;
  const told = { username: username.prefix, groups: groups.prefix };
  switch (cluster?.kind) {
    case undefined:
    case "eks":
    case "kubernetes":
      return told;
    // learn.microsoft.com/azure/aks/kubernetes-rbac-entra-id
    case "aks":
      return none;
    case "openshift":
      switch (cluster.openshift.signIn) {
        case "external":
          return told;
        // rosa has no option for a prefix, and then OpenShift puts the issuer: UsernameClaimMapping in github.com/openshift/api, config/v1/types_authentication.go
        case "rosa-hcp":
          return { username: username.claim === "email" ? "" : `${issuerUrl(access)}#`, groups: "" };
        // Users and groups have the names of claims: github.com/openshift/oauth-server, pkg/groupmapper
        case "oauth":
        case "rosa-classic":
          return none;
      }
  }
}
