import { TerraformLocal, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { Access } from "../config/schema/access";
import { AttributeValues } from "../constructs/attributes/attribute-values";
import type { States } from "../constructs/states/states";
import { expression } from "../constructs/terraform/expression";
import { useAzuread, useMsgraph } from "../constructs/terraform/providers";
import { template } from "../constructs/terraform/template";
import { DirectoryPeople } from "../constructs/users/directory-people";
import { publishUnknown } from "../constructs/users/unknown-people";
import { claimsOf, valuesOf } from "../model/attributes/attribute";
import type { LoginStack } from "./login-stack";

export interface AttributesStackProps {
  readonly access: Access;
  readonly states: States;
  readonly login: LoginStack;
}

/** What the directory holds about each person under `users`. Output `unknown_users` (names not found). */
export class AttributesStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: AttributesStackProps,
  ) {
    super(scope, id);
    const { access, states, login } = props;
    states.keep(this);
    useMsgraph(this, access);
    const prefix = login.readExtensionPrefix(this, Object.keys(access.attributes).sort());
    new TerraformLocal(this, "extension_prefix", template`${prefix}`).overrideLogicalId("extension_prefix");
    const people = this.lookUpPeople(Object.keys(access.users).sort());
    if (people !== undefined) this.hold(people);
    publishUnknown(this, "unknown_users", {
      people,
      description: "People under users whom the directory does not know.",
      without: "users, so they have no attributes",
      remedy: "Correct their names in the access file, or take them out.",
    });
  }

  private lookUpPeople(names: readonly string[]): DirectoryPeople | undefined {
    if (names.length === 0) return undefined;
    const { lookup } = this.props.access.directory;
    if (lookup === "each") useAzuread(this, this.props.access);
    return new DirectoryPeople(this, "directory", { userPrincipalNames: names, lookup });
  }

  private hold(people: DirectoryPeople): void {
    const { access } = this.props;
    const scope = new Construct(this, "users");
    for (const person of Object.keys(access.users)) {
      new AttributeValues(scope, {
        person,
        objectIds: people.objectIds([person]),
        values: valuesOf(access, person),
        claims: claimsOf(access),
        prefix: expression`local.extension_prefix`,
      });
    }
  }
}
