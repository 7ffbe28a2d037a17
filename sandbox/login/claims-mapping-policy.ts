import type { DirectoryView, GraphObject } from "../msgraph/directory-view";
import type { ServicePrincipal } from "./application";

/** An entry of a policy's ClaimsSchema: where a claim comes from, and what it is called. */
export interface MappedClaim {
  readonly Source: string | undefined;
  readonly ID: string | undefined;
  readonly ExtensionID: string | undefined;
  readonly Value: string | undefined;
  readonly JwtClaimType: string | undefined;
  readonly JWTClaimType: string | undefined;
}

/** What stands, as JSON, in the definition of a claims mapping policy. */
export interface ClaimsMappingPolicy {
  readonly IncludeBasicClaimSet: string | boolean | undefined;
  readonly ClaimsSchema: readonly MappedClaim[] | undefined;
}

interface PolicyObject extends GraphObject {
  readonly definition: readonly string[];
}

/** The policies that are assigned to a service principal, read. */
export function policiesOf(directory: DirectoryView, { id }: ServicePrincipal): readonly ClaimsMappingPolicy[] {
  const assigned = directory.claimsMappingPoliciesOf(id);
  return (directory.all("claimsMappingPolicies") as readonly PolicyObject[])
    .filter((policy) => assigned.includes(policy.id))
    .flatMap(({ definition }) => definition)
    .map((text) => (JSON.parse(text) as { ClaimsMappingPolicy: ClaimsMappingPolicy }).ClaimsMappingPolicy);
}
