import { Application } from "@cdktf/provider-azuread/lib/application";
import { ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import { Construct } from "constructs";
import type { LoginSettings } from "../../config/schema/access";
import type { Platform, Redirect } from "../../model/clients/redirects";
import { assignmentRequired, groupMembershipClaims, kubectlRedirect } from "../../model/login/login";
import { delegatedScopes, microsoftGraph } from "../../model/login/microsoft-graph";
import { literal } from "../terraform/literal";
import type { DirectoryPeopleProps } from "../users/directory-people";
import { ownBy } from "./application-owners";
import { idTokenClaims } from "./optional-claims";

export interface LoginApplicationProps {
  readonly settings: LoginSettings;
  /** Where Entra sends people back to who sign in to web applications. */
  readonly redirects: readonly Redirect[];
  /** How owners are looked up. */
  readonly lookup: DirectoryPeopleProps["lookup"];
  /** Whether a claims mapping policy may add to its tokens; safe for an application of one tenant only. */
  readonly mappedClaims: boolean;
}

/** The single-tenant application that people sign in through, and its service principal. It holds no secret. */
export class LoginApplication extends Construct {
  /** Expressions, as `${…}`. */
  readonly clientId: string;
  readonly objectId: string;
  readonly servicePrincipalObjectId: string;
  /** The client ID, but not before there is a service principal: nothing can be aimed at the application until then. */
  readonly targetClientId: string;
  /** Terraform addresses. */
  readonly address = "azuread_application.login";
  readonly servicePrincipalAddress = "azuread_service_principal.login";

  constructor(scope: Construct, id: string, { settings, redirects, lookup, mappedClaims }: LoginApplicationProps) {
    super(scope, id);
    const application = register(this, settings, redirects);
    if (mappedClaims) application.putApi({ mappedClaimsEnabled: true });
    const servicePrincipal = new ServicePrincipal(this, "service-principal", {
      clientId: application.clientId,
      // Whoever consents makes it, and so does a run that is cut off. It is this application's alone.
      useExisting: true,
      appRoleAssignmentRequired: assignmentRequired(settings),
    });
    servicePrincipal.overrideLogicalId("login");
    if (settings.protect) application.addOverride("lifecycle.prevent_destroy", true);
    ownBy(this, [application, servicePrincipal], settings.owners, lookup);
    this.clientId = application.clientId;
    this.objectId = application.objectId;
    this.servicePrincipalObjectId = servicePrincipal.objectId;
    this.targetClientId = servicePrincipal.clientId;
  }
}

function register(scope: Construct, settings: LoginSettings, redirects: readonly Redirect[]): Application {
  const { name, groups, kubectl, deviceCode } = settings;
  const of = (wanted: Platform) => redirects.flatMap(({ platform, uri }) => (platform === wanted ? uri : []));
  const web = [...of("web"), ...(kubectl === "confidential" ? [kubectlRedirect.confidential] : [])];
  const native = [...(kubectl === "public" ? [kubectlRedirect.public] : []), ...of("publicClient")];
  const spa = of("spa");
  const application = new Application(scope, "application", {
    displayName: literal(name),
    preventDuplicateNames: true,
    signInAudience: "AzureADMyOrg",
    // Entra ignores the port of a localhost redirect: learn.microsoft.com/entra/identity-platform/reply-url
    ...(native.length === 0 ? {} : { publicClient: { redirectUris: native } }),
    ...(spa.length === 0 ? {} : { singlePageApplication: { redirectUris: spa } }),
    // Device code names no redirect, so this alone says whether it is a public client's: learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
    fallbackPublicClientEnabled: deviceCode,
    web: {
      ...(web.length === 0 ? {} : { redirectUris: web }),
      implicitGrant: { accessTokenIssuanceEnabled: false, idTokenIssuanceEnabled: false },
    },
    groupMembershipClaims: [groupMembershipClaims[groups.emit]],
    optionalClaims: { idToken: idTokenClaims(settings) },
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
