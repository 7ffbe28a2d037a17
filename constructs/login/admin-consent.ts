import { DataAzureadServicePrincipal } from "@cdktf/provider-azuread/lib/data-azuread-service-principal";
import { ServicePrincipalDelegatedPermissionGrant } from "@cdktf/provider-azuread/lib/service-principal-delegated-permission-grant";
import { Construct } from "constructs";
import { delegatedScopes, microsoftGraph } from "../../model/login/microsoft-graph";
import { DataMsgraphResource } from "../msgraph/data-resource";
import { expression, reference, type Expression } from "../terraform/expression";
import { template } from "../terraform/template";

export interface AdminConsentProps {
  /** Expression, as `${…}`. */
  readonly servicePrincipalObjectId: string;
  /**
   * Object IDs of service principals whose consents are looked for.
   *
   * @default - nowhere: a consent that is there already is refused
   */
  readonly logins: Expression | undefined;
}

/** Consent for the whole tenant, so that nobody is asked at sign-in: one grant with every scope, since Graph takes no second. */
export class AdminConsent extends Construct {
  /**
   * Block `import`: what an administrator accepted is kept, not made again.
   *
   * @default - none
   */
  readonly importing: Readonly<Record<string, string>> | undefined;

  constructor(scope: Construct, id: string, { servicePrincipalObjectId, logins }: AdminConsentProps) {
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
    this.importing = logins === undefined ? undefined : this.takeOver(logins);
  }

  private takeOver(logins: Expression) {
    const consents = new DataMsgraphResource(this, "consents", {
      url: "oauth2PermissionGrants",
      queryParameters: { $filter: [template`clientId eq '${expression`each.key`}'`] },
      responseExportValues: { consents: "value[].{id: id, resource: resourceId, type: consentType}" },
    });
    consents.addOverride("for_each", logins.template);
    const answers = reference("data.msgraph_resource", consents.friendlyUniqueId);
    const found = expression`flatten([for login in ${answers} : login.output.consents])`;
    const forTenant = expression`consent.type == "AllPrincipals" && consent.resource == data.azuread_service_principal.microsoft_graph.object_id`;
    return {
      for_each: expression`{for consent in ${found} : "tenant" => consent.id if ${forTenant}}`.template,
      to: "azuread_service_principal_delegated_permission_grant.consent",
      id: template`/oauth2PermissionGrants/${expression`each.value`}`,
    };
  }
}
