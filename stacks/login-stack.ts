import { TerraformOutput, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { Access } from "../config/schema/access";
import { AttributeClaims } from "../constructs/attributes/attribute-claims";
import { AttributeDefinition } from "../constructs/attributes/attribute-definition";
import { extensionPrefix } from "../constructs/attributes/extension-prefix";
import type { TrustedLogin } from "../constructs/clusters/oidc-config";
import { Admission, mayBeThere } from "../constructs/login/admission";
import { ConditionalAccess } from "../constructs/login/conditional-access";
import { LoginApplication } from "../constructs/login/login-application";
import type { States } from "../constructs/states/states";
import { expression, joined, reference, type Expression } from "../constructs/terraform/expression";
import { useAzuread, useMsgraph } from "../constructs/terraform/providers";
import { template, type Part } from "../constructs/terraform/template";
import { claimsOf } from "../model/attributes/attribute";
import { redirectsOf } from "../model/clients/redirects";
import { adminConsentUrl, assignsGroups, issuerUrl } from "../model/login/login";
import { grantedGroups } from "../model/rbac/grant";
import { deployCommand } from "../model/terraform/deploy-command";
import type { PeopleStack } from "./people-stack";

/** The login as other stacks know it. */
export interface Login extends TrustedLogin {
  /** Object ID of the application. */
  readonly applicationObjectId: Expression;
}

export interface LoginStackProps {
  readonly access: Access;
  readonly states: States;
  /** Read only for the groups that are assigned, and for the one that no Conditional Access policy applies to. */
  readonly people: PeopleStack;
}

/**
 * The application that people sign in through. Outputs `tenant_id`, `client_id`, `application_object_id` and `issuer_url`,
 * `admin_consent_url` if an administrator has to consent, and `attribute_types` if there are attributes.
 */
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
    const objectIds = this.readGroups();
    this.admit(application, objectIds);
    this.restrict(application, objectIds);
    if (Object.keys(access.attributes).length > 0) this.publishAttributes(this.defineAttributes(application));
    if (claimsOf(access).length > 0) this.mapClaims(application);
    this.publish(application);
  }

  /**
   * Reads the login from another stack.
   *
   * @param needed the outputs that the reader uses
   */
  read(reader: TerraformStack, needed: readonly string[] = ["client_id", "issuer_url"]): Login {
    const isThere = (output: string) => expression`can(${reference("self", "outputs", output)})`;
    const outputs = this.props.states.read(reader, this, {
      condition: joined(needed.map(isThere), " && "),
      errorMessage: template`The stack "login" has no application yet. Deploy login first: ${deployCommand("login")}`,
    });
    return {
      clientId: reference(outputs, "client_id"),
      issuerUrl: reference(outputs, "issuer_url"),
      applicationObjectId: reference(outputs, "application_object_id"),
    };
  }

  /**
   * Reads how the names of attributes begin in the directory, from another stack.
   *
   * @param names the attributes that it needs
   */
  readExtensionPrefix(reader: TerraformStack, names: readonly string[]): Part {
    const missing = expression`[for name in ${names} : name if !can(self.outputs.attribute_types[name])]`;
    const outputs = this.props.states.read(reader, this, {
      condition: expression`length(${missing}) == 0`,
      errorMessage: template`The stack "login" has not defined these attributes yet: ${expression`join(", ", ${missing})`}. Deploy login first: ${deployCommand("login")}`,
    });
    return extensionPrefix(reference(outputs, "client_id"));
  }

  private register(): LoginApplication {
    const { access } = this.props;
    const { lookup } = access.directory;
    const namesOwners = access.login.owners?.some((owner) => owner.includes("@")) ?? false;
    const asks = lookup === "batch" && (namesOwners || mayBeThere(access));
    if (asks || Object.keys(access.attributes).length > 0) useMsgraph(this, access);
    const mappedClaims = claimsOf(access).length > 0;
    return new LoginApplication(this, "application", {
      settings: access.login,
      redirects: redirectsOf(access),
      lookup,
      mappedClaims,
    });
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

  /** The object IDs of the groups that this stack needs, or nothing to read if it needs none. */
  private readGroups(): ReadonlyMap<string, Expression> {
    const { access, people } = this.props;
    const { breakGlass = "" } = access.login.conditionalAccess ?? {};
    const assigned = assignsGroups(access.login) ? this.granted() : [];
    const excluded = Object.hasOwn(access.groups, breakGlass) ? [breakGlass] : [];
    const keys = [...new Set([...assigned, ...excluded])].sort();
    if (keys.length === 0 && !assignsGroups(access.login)) return new Map();
    const objectIds = people.readGroupObjectIds(this, keys);
    return new Map(keys.map((key) => [key, expression`${objectIds}[${key}]`]));
  }

  private granted(): string[] {
    return grantedGroups(Object.values(this.props.access.clusters));
  }

  /** Who may sign in: everybody once there is consent, or the granted groups alone. */
  private admit(application: LoginApplication, objectIds: ReadonlyMap<string, Expression>): void {
    const { access } = this.props;
    const assigned = assignsGroups(access.login) ? this.granted() : [];
    const groups = new Map([...objectIds].filter(([key]) => assigned.includes(key)));
    const { importing } = new Admission(this, "admission", { access, application, groups });
    if (importing.length > 0) this.addOverride("import", importing); // CDKTF has no block for it.
  }

  private restrict({ targetClientId }: LoginApplication, objectIds: ReadonlyMap<string, Expression>): void {
    const { name, conditionalAccess } = this.props.access.login;
    if (conditionalAccess === undefined) return;
    const { breakGlass } = conditionalAccess;
    new ConditionalAccess(this, "conditional-access", {
      // Graph takes names of 256 characters, and a purpose follows.
      name: name.slice(0, 230),
      settings: conditionalAccess,
      clientId: targetClientId,
      breakGlassObjectId: objectIds.get(breakGlass)?.template ?? breakGlass,
    });
  }

  private publish({ clientId, objectId }: LoginApplication): void {
    const { tenant, login } = this.props.access;
    this.output("tenant_id", "Directory (tenant) ID.", tenant);
    this.output("client_id", "Client ID of the login application: the audience that every cluster demands.", clientId);
    this.output("application_object_id", "Object ID of the login application.", objectId);
    this.output("issuer_url", "Issuer that every cluster trusts.", issuerUrl(this.props.access));
    if (login.consent === "grant") return;
    const consentUrl = adminConsentUrl(tenant, clientId, login);
    this.output("admin_consent_url", "Where an administrator consents for the tenant, once.", consentUrl);
  }

  private output(name: string, description: string, value: string): void {
    new TerraformOutput(this, name, { staticId: true, description, value });
  }
}
