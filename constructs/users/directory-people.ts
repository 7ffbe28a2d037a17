import { DataAzureadUsers } from "@cdktf/provider-azuread/lib/data-azuread-users";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { expression, joined, reference, type Expression } from "../terraform/expression";
import { lookUpUsers } from "./user-lookup";

export interface DirectoryPeopleProps {
  /** User principal names in lower case, each once. */
  readonly userPrincipalNames: readonly string[];
  /** `batch`: fifteen in a request through msgraph; `each`: one by one through azuread. */
  readonly lookup: "batch" | "each";
  /**
   * Whether mail addresses are asked for too.
   *
   * @default false
   */
  readonly mail?: boolean;
  /**
   * Mail addresses of guests in lower case, who are asked for through msgraph beside them.
   *
   * @default - none
   */
  readonly guests?: readonly string[];
}

/**
 * People of the directory by user principal name, looked up once. Whoever is not there breaks neither plan nor destroy.
 */
export class DirectoryPeople extends Construct {
  private readonly ids: Expression;
  /** What the directory answered. */
  private answers = expression`[]`;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: DirectoryPeopleProps,
  ) {
    super(scope, id);
    const found = this.local("found_people", this.lookUp());
    const nobody = expression`{for name in ${props.userPrincipalNames} : name => null}`;
    const { guests = [] } = props;
    const guestMaps =
      guests.length === 0
        ? []
        : [expression`{for mail in ${guests} : mail => null}`, this.local("found_guests", this.lookUpGuests(guests))];
    this.ids = this.local("people", expression`merge(${joined([nobody, found, ...guestMaps])})`);
  }

  /** The object IDs of these people, without whoever was not found. */
  objectIds(names: readonly string[]): Expression {
    // One `for`: with 8,000 people Terraform takes 4 s for it, and minutes for `people["…"]` written out for each name.
    return expression`compact([for name in ${names} : ${this.ids}[name]])`;
  }

  /** A map of these names to object IDs, without whoever was not found. */
  found(names: readonly string[]): Expression {
    return expression`{for name in ${names} : name => ${this.ids}[name] if ${this.ids}[name] != null}`;
  }

  /** The names that nobody in the directory has. */
  get unknown(): Expression {
    return expression`[for name, id in ${this.ids} : name if id == null]`;
  }

  /** Those of these names that nobody in the directory has. */
  unknownAmong(names: readonly string[]): Expression {
    return expression`[for name in ${names} : name if ${this.ids}[name] == null]`;
  }

  /** The names of those who are found and have no mail address, if it was asked for. */
  get withoutMail(): Expression {
    const name = this.props.lookup === "batch" ? "name" : "user_principal_name";
    return expression`[for person in ${this.answers} : lower(${reference("person", name)}) if try(length(person.mail), 0) == 0]`;
  }

  /** Whether anybody at all was found; nothing if only guests are looked for, who may be new. */
  get anybody(): Expression | undefined {
    return this.props.userPrincipalNames.length === 0 ? undefined : expression`length(local.found_people) > 0`;
  }

  /** A map of lower-case names to object IDs. */
  private lookUp(): Expression {
    if (this.props.userPrincipalNames.length === 0) return expression`{}`;
    return this.props.lookup === "batch" ? this.lookUpInBatches() : this.lookUpEach();
  }

  private lookUpInBatches(): Expression {
    const { userPrincipalNames: values, mail } = this.props;
    const told = { id: "id", name: "userPrincipalName", ...(mail === true ? { mail: "mail" } : {}) };
    this.answers = lookUpUsers(this, "batch", { by: "userPrincipalName", values, told });
    return expression`{for person in ${this.answers} : lower(person.name) => person.id}`;
  }

  /** Of several with one address, which Entra avoids, the first. */
  private lookUpGuests(values: readonly string[]): Expression {
    const users = lookUpUsers(this, "guests", { by: "mail", values, told: { id: "id", mail: "mail" } });
    return expression`{for mail, ids in {for person in ${users} : lower(person.mail) => person.id...} : mail => ids[0]}`;
  }

  private lookUpEach(): Expression {
    const { friendlyUniqueId } = new DataAzureadUsers(this, "each", {
      userPrincipalNames: [...this.props.userPrincipalNames],
      ignoreMissing: true,
    });
    this.answers = reference("data.azuread_users", friendlyUniqueId, "users");
    return expression`{for person in ${this.answers} : lower(person.user_principal_name) => person.object_id}`;
  }

  private local(name: string, value: Expression): Expression {
    const local = new TerraformLocal(this, name, value.template);
    local.overrideLogicalId(name);
    return reference("local", name);
  }
}
