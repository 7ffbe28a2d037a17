import { TerraformOutput, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { Access } from "../config/schema/access";
import { AdminConsent } from "../constructs/admin-consent";
import { AttributeClaims } from "../constructs/attribute-claims";
import { AttributeDefinition } from "../constructs/attribute-definition";
import { extensionPrefix } from "../constructs/extension-prefix";
import { GroupAssignment } from "../constructs/group-assignment";
import { LoginApplication } from "../constructs/login-application";
import { useAzuread, useMsgraph } from "../constructs/providers";
import type { States } from "../constructs/state";
import { claimsOf } from "../model/attribute";
import { grantedGroups } from "../model/grant";
import { issuerUrl } from "../model/login";
import type { PeopleStack } from "./people-stack";

/** What a cluster has to know to trust the login, as `${…}`. There is no secret in it. */
export interface Login {
  readonly clientId: string;
  readonly issuerUrl: string;
}

export interface LoginStackProps {
  readonly access: Access;
  readonly states: States;
  /** Read only if the application demands assignment. */
  readonly people: PeopleStack;
}

/** The application that people sign in through. Outputs `tenant_id`, `client_id`, `issuer_url` and, if there are any, `attribute_types`. */
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
    if (Object.keys(access.attributes).length > 0) this.publishAttributes(this.defineAttributes(application));
    if (claimsOf(access).length > 0) this.mapClaims(application);
    this.publish(application);
  }

  /** Reads the login from another stack. */
  read(reader: TerraformStack): Login {
    const outputs = this.props.states.read(reader, this, {
      condition: "${can(self.outputs.client_id) && can(self.outputs.issuer_url)}",
      errorMessage: 'The stack "login" has no application yet. Deploy login first: npx cdktf deploy people login',
    });
    return { clientId: `\${${outputs}.client_id}`, issuerUrl: `\${${outputs}.issuer_url}` };
  }

  /**
   * Reads how the names of attributes begin in the directory, from another stack.
   *
   * @param names the attributes that it needs
   * @returns a template
   */
  readExtensionPrefix(reader: TerraformStack, names: readonly string[]): string {
    const missing = `[for name in ${JSON.stringify(names)} : name if !can(self.outputs.attribute_types[name])]`;
    const outputs = this.props.states.read(reader, this, {
      condition: `\${length(${missing}) == 0}`,
      errorMessage: `The stack "login" has not defined these attributes yet: \${join(", ", ${missing})}. Deploy login first: npx cdktf deploy people login`,
    });
    return extensionPrefix(`${outputs}.client_id`);
  }

  private register(): LoginApplication {
    const { access } = this.props;
    const { lookup } = access.directory;
    const namesOwners = access.login.owners?.some((owner) => owner.includes("@")) ?? false;
    if ((lookup === "batch" && namesOwners) || Object.keys(access.attributes).length > 0) useMsgraph(this, access);
    const mappedClaims = claimsOf(access).length > 0;
    return new LoginApplication(this, "application", { settings: access.login, lookup, mappedClaims });
  }

  private defineAttributes({ address }: LoginApplication): AttributeDefinition[] {
    const { attributes, login } = this.props.access;
    const scope = new Construct(this, "attributes");
    return Object.entries(attributes).map(
      ([name, attribute]) =>
        new AttributeDefinition(scope, name, { attribute, application: address, protect: login.protect }),
    );
  }

  private mapClaims({ address, servicePrincipalAddress }: LoginApplication): void {
    const { access } = this.props;
    new AttributeClaims(this, "claims", {
      name: access.login.name,
      claims: claimsOf(access),
      application: address,
      servicePrincipal: servicePrincipalAddress,
    });
  }

  private publishAttributes(definitions: readonly AttributeDefinition[]): void {
    const { attributes } = this.props.access;
    const output = new TerraformOutput(this, "attribute_types", {
      staticId: true,
      description: "Type of each attribute that is defined, by its name.",
      value: Object.fromEntries(Object.entries(attributes).map(([name, { type }]) => [name, type])),
    });
    // TerraformOutput takes dependencies, but writes them as expressions, which Terraform refuses.
    output.addOverride(
      "depends_on",
      definitions.map(({ address }) => address),
    );
  }

  private assignGroups({ servicePrincipalObjectId }: LoginApplication): void {
    const keys = grantedGroups(this.props.access);
    const objectIds = this.props.people.readGroupObjectIds(this, keys);
    const scope = new Construct(this, "assignments");
    for (const key of keys) {
      new GroupAssignment(scope, key, { groupObjectId: `\${${objectIds}["${key}"]}`, servicePrincipalObjectId });
    }
  }

  private publish({ clientId }: LoginApplication): void {
    const { tenant } = this.props.access;
    new TerraformOutput(this, "tenant_id", { staticId: true, description: "Directory (tenant) ID.", value: tenant });
    new TerraformOutput(this, "client_id", {
      staticId: true,
      description: "Client ID of the login application: the audience that every cluster demands.",
      value: clientId,
    });
    new TerraformOutput(this, "issuer_url", {
      staticId: true,
      description: "Issuer that every cluster trusts.",
      value: issuerUrl(this.props.access),
    });
  }
}
