import type { Access } from "../../../config/schema/access";
import { redirectsOf, type Platform } from "../../../model/clients/redirects";
import {
  assignmentRequired,
  groupMembershipClaims,
  idTokenClaimNames,
  kubectlRedirect,
} from "../../../model/login/login";
import { deployCommand } from "../../../model/terraform/deploy-command";
import { written } from "../../../config/mistake";
import { about, type Finding } from "../finding";
import type { LiveLogin } from "./graph-reader";

const { broken, fine, warning } = about("application");
/** Platforms, as the admin centre calls them. */
const inEntra: Readonly<Record<Platform, string>> = {
  web: "web",
  spa: "single-page application",
  publicClient: "public client",
};

const deploy = `${deployCommand("login")} puts it right`;

/** What of the application is otherwise than the access file wants it. */
export function applicationFindings(access: Access, { application, servicePrincipal }: LiveLogin): Finding[] {
  const { login } = access;
  const found: Finding[] = [];
  const { publicClient, web, groupMembershipClaims: groups, optionalClaims } = application;
  const [platform, redirects] =
    login.kubectl === "public"
      ? (["public client", publicClient?.redirectUris] as const)
      : (["web", web?.redirectUris] as const);
  const redirect = kubectlRedirect[login.kubectl];
  if (redirects?.includes(redirect) !== true) {
    found.push(
      broken(
        "application-redirect",
        `The application lacks the redirect URI ${redirect} of platform ${platform}, so kubelogin cannot come back`,
        deploy,
      ),
    );
  }
  for (const { platform, uri, of } of redirectsOf(access)) {
    if (application[platform]?.redirectUris.includes(uri) === true) continue;
    const sentence = `The application lacks the redirect URI ${uri} of platform ${inEntra[platform]}, so ${written(of)} cannot sign people in`;
    found.push(broken("application-redirect", sentence, deploy));
  }
  const wanted = groupMembershipClaims[login.groups.emit];
  if (groups !== wanted) {
    found.push(
      broken(
        "application-groups",
        `The application puts ${groups ?? "no groups"} into tokens, and the file wants ${wanted}`,
        deploy,
      ),
    );
  }
  const names = optionalClaims?.idToken.map(({ name }) => name) ?? [];
  const lacking = idTokenClaimNames(login.claims).filter((name) => !names.includes(name));
  if (lacking.length > 0) {
    found.push(
      broken("application-claims", `The application does not put ${lacking.join(", ")} into ID tokens`, deploy),
    );
  }
  if (application.signInAudience !== "AzureADMyOrg") {
    found.push(
      warning(
        "application-audience",
        `The application takes people of other tenants too (${application.signInAudience ?? "unknown"})`,
        deploy,
      ),
    );
  }
  if (servicePrincipal === undefined) {
    found.push(
      broken(
        "application-no-principal",
        "The application has no service principal in this tenant, so nobody can sign in",
        deploy,
      ),
    );
  } else if (servicePrincipal.accountEnabled === false) {
    found.push(
      broken(
        "application-disabled",
        "Somebody has switched the application off: sign-in is blocked",
        "Entra ID, Enterprise applications, Properties: enable it for users to sign-in",
      ),
    );
  } else if (servicePrincipal.appRoleAssignmentRequired !== assignmentRequired(login)) {
    const sentence = `Assignment is ${servicePrincipal.appRoleAssignmentRequired === true ? "required" : "optional"}, and the file wants the other`;
    found.push(broken("application-assignment", sentence, deploy));
  }
  return found.length > 0 ? found : [fine("application", `The application "${login.name}" is as the file wants it`)];
}
