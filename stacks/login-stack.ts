import { TerraformOutput, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { Access } from "../config/schema/access";
import { AdminConsent } from "../constructs/admin-consent";
import { GroupAssignment } from "../constructs/group-assignment";
import { LoginApplication } from "../constructs/login-application";
import { useAzuread, useMsgraph } from "../constructs/providers";
import type { States } from "../constructs/state";
import { grantedGroups } from "../model/grant";
import { issuerUrl } from "../model/login";
import { redirectUris } from "../model/portal";
import type { PeopleStack } from "./people-stack";

/** What a cluster has to know to trust the login, as `${…}`. There is no secret in it. */
export interface Login {
  readonly clientId: string;
  readonly issuerUrl: string;
  /** Object ID of the application. */
  readonly applicationObjectId: string;
}

export interface LoginStackProps {
  readonly access: Access;
  readonly states: States;
  /** Read only if the application demands assignment. */
  readonly people: PeopleStack;
}

/** The application that people sign in through. Outputs `tenant_id`, `client_id`, `application_object_id` and `issuer_url`. */
export class LoginStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: LoginStackProps,
  ) {
    super(scope, id);
    const { access, states } = props;
    states.keep(this);
    useAzuread(this, access);
    const application = this.register();
    if (access.login.consent === "grant") new AdminConsent(this, "consent", application);
    if (access.login.groups.emit === "assigned") this.assignGroups(application);
    this.publish(application);
  }

  /**
   * Reads the login from another stack.
   *
   * @param needed the outputs that the reader uses
   */
  read(reader: TerraformStack, needed: readonly string[] = ["client_id", "issuer_url"]): Login {
    const outputs = this.props.states.read(reader, this, {
      condition: `\${${needed.map((output) => `can(self.outputs.${output})`).join(" && ")}}`,
      errorMessage: 'The stack "login" has no application yet. Deploy login first: npx cdktf deploy people login',
    });
    return {
      clientId: `\${${outputs}.client_id}`,
      issuerUrl: `\${${outputs}.issuer_url}`,
      applicationObjectId: `\${${outputs}.application_object_id}`,
    };
  }

  private register(): LoginApplication {
    const { access } = this.props;
    const { lookup } = access.directory;
    if (lookup === "batch" && access.login.owners?.some((owner) => owner.includes("@"))) useMsgraph(this, access);
    return new LoginApplication(this, "application", {
      settings: access.login,
      webRedirectUris: access.portal === undefined ? [] : redirectUris(access.portal),
      lookup,
    });
  }

  private assignGroups({ servicePrincipalObjectId }: LoginApplication): void {
    const keys = grantedGroups(Object.values(this.props.access.clusters));
    const objectIds = this.props.people.readGroupObjectIds(this, keys);
    const scope = new Construct(this, "assignments");
    for (const key of keys) {
      new GroupAssignment(scope, key, { groupObjectId: `\${${objectIds}["${key}"]}`, servicePrincipalObjectId });
    }
  }

  private publish({ clientId, objectId }: LoginApplication): void {
    const { tenant } = this.props.access;
    new TerraformOutput(this, "tenant_id", { staticId: true, description: "Directory (tenant) ID.", value: tenant });
    new TerraformOutput(this, "client_id", {
      staticId: true,
      description: "Client ID of the login application: the audience that every cluster demands.",
      value: clientId,
    });
    new TerraformOutput(this, "application_object_id", {
      staticId: true,
      description: "Object ID of the login application.",
      value: objectId,
    });
    new TerraformOutput(this, "issuer_url", {
      staticId: true,
      description: "Issuer that every cluster trusts.",
      value: issuerUrl(this.props.access),
    });
  }
}
