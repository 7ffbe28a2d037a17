import { randomUUID } from "node:crypto";
import { account } from "./aws-refusal";
import type { OidcRequest } from "./oidc-request";
import type { Tags } from "./tags";

/**
 * [doc] The API model has the first three.
 * [guess] `CREATE_FAILED` is not among them; the aws provider stops at any status but CREATING and ACTIVE, and names it.
 */
export type AssociationStatus = "CREATING" | "ACTIVE" | "DELETING" | "CREATE_FAILED";

/** The OIDC identity provider of a cluster. */
export interface Association {
  readonly name: string;
  readonly arn: string;
  readonly cluster: string;
  /** As it was asked for; nothing is filled in. */
  readonly oidc: OidcRequest;
  readonly tags: Tags;
  readonly status: AssociationStatus;
}

export function newAssociation(
  cluster: { readonly name: string; readonly region: string },
  oidc: OidcRequest,
  tags: Tags,
): Association {
  const name = oidc.identityProviderConfigName;
  const resource = `identityproviderconfig/${cluster.name}/oidc/${name}/${randomUUID()}`;
  const arn = `arn:aws:eks:${cluster.region}:${account}:${resource}`;
  return { name, arn, cluster: cluster.name, oidc, tags, status: "CREATING" };
}

/** OidcIdentityProviderConfig of the API model. */
export function describedAssociation({ oidc, arn, cluster, tags, status }: Association) {
  return {
    // [src] The aws provider would see a change in what it did not give: nothing else is returned.
    ...oidc,
    identityProviderConfigArn: arn,
    clusterName: cluster,
    requiredClaims: oidc.requiredClaims ?? {},
    tags,
    status,
  };
}
