import { Application } from "@cdktf/provider-azuread/lib/application";
import { DataAzureadClientConfig } from "@cdktf/provider-azuread/lib/data-azuread-client-config";
import { ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import { Construct } from "constructs";
import type { LoginSettings } from "../config/schema/access";
import { guid } from "../config/schema/names";
import { DirectoryPeople, type DirectoryPeopleProps } from "./directory-people";
import { literal } from "./literal";
import { delegatedScopes, microsoftGraph } from "./microsoft-graph";

const groupMembershipClaims = { security: "SecurityGroup", assigned: "ApplicationGroup", all: "All" } as const;

export interface LoginApplicationProps {
  readonly settings: LoginSettings;
  /** How owners are looked up. */
  readonly lookup: DirectoryPeopleProps["lookup"];
}

/** The single-tenant application that people sign in through, and its service principal. It holds no secret. */
export class LoginApplication extends Construct {
  /** Expressions, as `${…}`. */
  readonly clientId: string;
  readonly servicePrincipalObjectId: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: LoginApplicationProps,
  ) {
    super(scope, id);
    const { owners, ignored } = this.owners();
    const application = this.register();
    const servicePrincipal = new ServicePrincipal(this, "service-principal", {
      clientId: application.clientId,
      appRoleAssignmentRequired: props.settings.groups.emit === "assigned",
    });
    servicePrincipal.overrideLogicalId("login");
    application.addOverride("owners", owners);
    servicePrincipal.addOverride("owners", owners);
    application.addOverride("lifecycle", {
      ...(props.settings.protect ? { prevent_destroy: true } : {}),
      ...(ignored ? { ignore_changes: ["owners"] } : {}),
    });
    if (ignored) servicePrincipal.addOverride("lifecycle", { ignore_changes: ["owners"] });
    this.clientId = application.clientId;
    this.servicePrincipalObjectId = servicePrincipal.objectId;
  }

  private register(): Application {
    const { name, groups, guests } = this.props.settings;
    const application = new Application(this, "application", {
      displayName: literal(name),
      signInAudience: "AzureADMyOrg",
      // Entra ignores the port of a localhost redirect: learn.microsoft.com/entra/identity-platform/reply-url
      publicClient: { redirectUris: ["http://localhost"] },
      fallbackPublicClientEnabled: false,
      web: { implicitGrant: { accessTokenIssuanceEnabled: false, idTokenIssuanceEnabled: false } },
      groupMembershipClaims: [groupMembershipClaims[groups.emit]],
      optionalClaims: {
        idToken: [
          guests
            ? { name: "upn", additionalProperties: ["include_externally_authenticated_upn"] }
            : { name: "upn" },
          { name: "email" },
          { name: "groups" },
        ],
      },
      requiredResourceAccess: [
        {
          resourceAppId: microsoftGraph,
          resourceAccess: Object.values(delegatedScopes).map((scope) => ({ id: scope, type: "Scope" })),
        },
      ],
    });
    application.overrideLogicalId("login");
    return application;
  }

  /** `undefined` in the access file means: whoever deploys first, and later deployers leave them alone. */
  private owners(): { readonly owners: string; readonly ignored: boolean } {
    const { owners } = this.props.settings;
    if (owners === undefined) {
      const { friendlyUniqueId } = new DataAzureadClientConfig(this, "deployer");
      return { owners: `\${[data.azuread_client_config.${friendlyUniqueId}.object_id]}`, ignored: true };
    }
    const ids = JSON.stringify(owners.filter((owner) => guid.test(owner)));
    const names = owners.filter((owner) => !guid.test(owner));
    if (names.length === 0) return { owners: `\${${ids}}`, ignored: false };
    const people = new DirectoryPeople(this, "owners", { userPrincipalNames: names, lookup: this.props.lookup });
    return { owners: `\${concat(${people.objectIds(names)}, ${ids})}`, ignored: false };
  }
}
