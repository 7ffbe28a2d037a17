import { Construct } from "constructs";
import type { Access } from "../../config/schema/access";
import { assignsGroups } from "../../model/login/login";
import type { Expression } from "../terraform/expression";
import { AdminConsent } from "./admin-consent";
import { assignedPrincipals } from "./assigned-principals";
import { GroupAssignment } from "./group-assignment";
import type { LoginApplication } from "./login-application";
import { registeredLogins } from "./registered-logins";

export interface AdmissionProps {
  readonly access: Access;
  readonly application: LoginApplication;
  /** Object IDs of the groups that are assigned, by key. */
  readonly groups: ReadonlyMap<string, Expression>;
}

/** What people need before they can sign in: consent for the tenant, and an assignment where it is required. */
export class Admission extends Construct {
  /** Blocks `import`: what is there already is taken over, where msgraph may look for it. */
  readonly importing: readonly Readonly<Record<string, string>>[];

  constructor(scope: Construct, id: string, { access, application, groups }: AdmissionProps) {
    super(scope, id);
    const { login, directory, tenant } = access;
    const { servicePrincipalObjectId } = application;
    const asks = mayBeThere(access) && directory.lookup === "batch";
    const logins = asks ? registeredLogins(this, login.name, tenant) : undefined;
    const consents =
      login.consent === "grant" ? [new AdminConsent(this, "consent", { servicePrincipalObjectId, logins })] : [];
    const assigned = logins === undefined || groups.size === 0 ? undefined : assignedPrincipals(this, logins);
    const scoped = new Construct(this, "assignments");
    const assignments = [...groups].map(
      ([key, groupObjectId]) => new GroupAssignment(scoped, key, { groupObjectId, servicePrincipalObjectId, assigned }),
    );
    this.importing = [...consents, ...assignments].flatMap(({ importing }) =>
      importing === undefined ? [] : [importing],
    );
  }
}

/** Whether a consent or assignments are made, which somebody may have made before. */
export function mayBeThere({ login }: Access): boolean {
  return login.consent === "grant" || assignsGroups(login);
}
