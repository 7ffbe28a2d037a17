import { DataAzureadServicePrincipal } from "@cdktf/provider-azuread/lib/data-azuread-service-principal";
import { ServicePrincipalDelegatedPermissionGrant } from "@cdktf/provider-azuread/lib/service-principal-delegated-permission-grant";
import { Construct } from "constructs";
import { delegatedScopes, microsoftGraph } from "../model/microsoft-graph";

export interface AdminConsentProps {
  /** Expression, as `${…}`. */
  readonly servicePrincipalObjectId: string;
}

/** Consent for the whole tenant, so that nobody is asked at sign-in: one grant with every scope, since Graph takes no second. */
export class AdminConsent extends Construct {
  constructor(scope: Construct, id: string, { servicePrincipalObjectId }: AdminConsentProps) {
    super(scope, id);
    // A resource with use_existing would delete Microsoft Graph's service principal on destroy.
    const graph = new DataAzureadServicePrincipal(this, "microsoft-graph", { clientId: microsoftGraph });
    graph.overrideLogicalId("microsoft_graph");
    const grant = new ServicePrincipalDelegatedPermissionGrant(this, "Resource", {
      servicePrincipalObjectId,
      resourceServicePrincipalObjectId: graph.objectId,
      claimValues: Object.keys(delegatedScopes),
    });
    grant.overrideLogicalId("consent");
  }
}
