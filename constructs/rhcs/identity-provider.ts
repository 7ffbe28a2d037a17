import { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import type { OpenIdClaims } from "../../model/clusters/openid-claims";

/** An OpenID Connect identity provider of a ROSA classic cluster. */
export interface RhcsIdentityProviderConfig {
  /** ID of the cluster. */
  readonly cluster: string;
  readonly name: string;
  readonly mappingMethod: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly issuer: string;
  /** Asked for beside `openid`. */
  readonly extraScopes: readonly string[];
  /** Of several claims, the first that is there. */
  readonly claims: OpenIdClaims;
}

/** Resource `rhcs_identity_provider`: registry.terraform.io/providers/terraform-redhat/rhcs/latest/docs/resources/identity_provider */
export class RhcsIdentityProvider extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly config: RhcsIdentityProviderConfig,
  ) {
    super(scope, id, { terraformResourceType: "rhcs_identity_provider" });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { cluster, name, mappingMethod, clientId, clientSecret, issuer, extraScopes, claims } = this.config;
    const { preferredUsername, ...others } = claims;
    return {
      cluster,
      name,
      mapping_method: mappingMethod,
      openid: {
        client_id: clientId,
        client_secret: clientSecret,
        issuer,
        extra_scopes: extraScopes,
        claims: { preferred_username: preferredUsername, ...others },
      },
    };
  }
}
