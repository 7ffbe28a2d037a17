import { ClaimsMappingPolicy } from "@cdktf/provider-azuread/lib/claims-mapping-policy";
import { ServicePrincipalClaimsMappingPolicyAssignment } from "@cdktf/provider-azuread/lib/service-principal-claims-mapping-policy-assignment";
import { Construct } from "constructs";
import { extensionPrefix } from "./extension-prefix";
import { literal } from "./literal";

export interface AttributeClaimsProps {
  /** Display name of the login application. */
  readonly name: string;
  /** The attributes, each of which becomes a claim of its own name. */
  readonly claims: readonly string[];
  /** Terraform addresses. */
  readonly application: string;
  readonly servicePrincipal: string;
}

/** The policy by which a token carries attributes under exactly their names; optional claims would be called `extn.<name>`. */
export class AttributeClaims extends Construct {
  constructor(scope: Construct, id: string, { name, claims, application, servicePrincipal }: AttributeClaimsProps) {
    super(scope, id);
    const policy = new ClaimsMappingPolicy(this, "Resource", {
      displayName: literal(`${name} attributes`),
      definition: [definition(claims, extensionPrefix(`${application}.client_id`))],
    });
    policy.overrideLogicalId(id);
    const assignment = new ServicePrincipalClaimsMappingPolicyAssignment(this, "assignment", {
      // Paths, not object IDs.
      claimsMappingPolicyId: policy.id,
      servicePrincipalId: `\${${servicePrincipal}.id}`,
    });
    assignment.overrideLogicalId(id);
  }
}

/** learn.microsoft.com/entra/identity-platform/reference-claims-customization; azuread compares it letter by letter. */
function definition(claims: readonly string[], prefix: string): string {
  const schema = claims.map((claim) => ({ Source: "user", ExtensionID: claim, JwtClaimType: claim }));
  const policy = { ClaimsMappingPolicy: { Version: 1, IncludeBasicClaimSet: "true", ClaimsSchema: schema } };
  // Put in afterwards: JSON would escape the quotes of the expression.
  return JSON.stringify(policy).replaceAll('"ExtensionID":"', (key) => key + prefix);
}
