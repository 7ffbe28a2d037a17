import { ServicePrincipalClaimsMappingPolicyAssignment } from "@cdktf/provider-azuread/lib/service-principal-claims-mapping-policy-assignment";
import { Construct } from "constructs";
import { MsgraphResource } from "../msgraph/resource";
import { expression, reference } from "../terraform/expression";
import { literal } from "../terraform/literal";
import { template, type Part } from "../terraform/template";
import { extensionPrefix } from "./extension-prefix";

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
    // azuread loses a policy that is not replicated at once, and makes a second one. No attribute has a "-" in its address.
    const policy = new MsgraphResource(this, "Resource", {
      url: "policies/claimsMappingPolicies",
      body: {
        displayName: literal(`${name} attributes`),
        definition: [definition(claims, extensionPrefix(reference(application, "client_id")))],
      },
      retryOn: ["ResourceNotFound"],
      timeout: "5m",
    });
    policy.overrideLogicalId("claims-policy");
    const assignment = new ServicePrincipalClaimsMappingPolicyAssignment(this, "assignment", {
      // Paths, not object IDs.
      claimsMappingPolicyId: template`/policies/claimsMappingPolicies/${expression`msgraph_resource.claims-policy.id`}`,
      servicePrincipalId: reference(servicePrincipal, "id").template,
    });
    assignment.overrideLogicalId(id);
  }
}

/** learn.microsoft.com/entra/identity-platform/reference-claims-customization; msgraph compares it letter by letter. */
function definition(claims: readonly string[], prefix: Part): string {
  const schema = claims.map((claim) => ({ Source: "user", ExtensionID: claim, JwtClaimType: claim }));
  const policy = { ClaimsMappingPolicy: { Version: 1, IncludeBasicClaimSet: "true", ClaimsSchema: schema } };
  const key = '"ExtensionID":"';
  // Put in afterwards: JSON would escape the quotes of the expression.
  const [start = "", ...rest] = JSON.stringify(policy).split(key);
  return template`${[start, ...rest.flatMap((text) => [key, prefix, text])]}`;
}
