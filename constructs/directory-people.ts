import { DataAzureadUsers } from "@cdktf/provider-azuread/lib/data-azuread-users";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
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
  private readonly ids: string;
  /** What the directory answered, as an expression without `${}`. */
  private answers = "[]";

  constructor(
    scope: Construct,
    id: string,
    private readonly props: DirectoryPeopleProps,
  ) {
    super(scope, id);
    const found = this.local("found_people", this.lookUp());
    const nobody = `{for name in ${JSON.stringify(props.userPrincipalNames)} : name => null}`;
    const { guests = [] } = props;
    const guestMaps =
      guests.length === 0
        ? []
        : [
            `{for mail in ${JSON.stringify(guests)} : mail => null}`,
            this.local("found_guests", this.lookUpGuests(guests)),
          ];
    this.ids = this.local("people", `merge(${[nobody, found, ...guestMaps].join(", ")})`);
  }

  /** The object IDs of these people, without whoever was not found; as an expression without `${}`. */
  objectIds(names: readonly string[]): string {
    // One `for`: with 8,000 people Terraform takes 4 s for it, and minutes for `people["…"]` written out for each name.
    return `compact([for name in ${JSON.stringify(names)} : ${this.ids}[name]])`;
  }

  /** A map of these names to object IDs, without whoever was not found; as an expression without `${}`. */
  found(names: readonly string[]): string {
    return `{for name in ${JSON.stringify(names)} : name => ${this.ids}[name] if ${this.ids}[name] != null}`;
  }

  /** The names that nobody in the directory has; as an expression without `${}`. */
  get unknown(): string {
    return `[for name, id in ${this.ids} : name if id == null]`;
  }

  /** Those of these names that nobody in the directory has; as an expression without `${}`. */
  unknownAmong(names: readonly string[]): string {
    return `[for name in ${JSON.stringify(names)} : name if ${this.ids}[name] == null]`;
  }

  /** The names of those who are found and have no mail address, if it was asked for; as an expression without `${}`. */
  get withoutMail(): string {
    const name = this.props.lookup === "batch" ? "name" : "user_principal_name";
    return `[for person in ${this.answers} : lower(person.${name}) if try(length(person.mail), 0) == 0]`;
  }

  /** Whether anybody at all was found, as an expression without `${}`; nothing if only guests are looked for, who may be new. */
  get anybody(): string | undefined {
    return this.props.userPrincipalNames.length === 0 ? undefined : "length(local.found_people) > 0";
  }

  /** A map of lower-case names to object IDs. */
  private lookUp(): string {
    if (this.props.userPrincipalNames.length === 0) return "{}";
    return this.props.lookup === "batch" ? this.lookUpInBatches() : this.lookUpEach();
  }

  private lookUpInBatches(): string {
    const { userPrincipalNames: values, mail } = this.props;
    const told = { id: "id", name: "userPrincipalName", ...(mail === true ? { mail: "mail" } : {}) };
    this.answers = lookUpUsers(this, "batch", { by: "userPrincipalName", values, told });
    return `{for person in ${this.answers} : lower(person.name) => person.id}`;
  }

  /** Of several with one address, which Entra avoids, the first. */
  private lookUpGuests(values: readonly string[]): string {
    const users = lookUpUsers(this, "guests", { by: "mail", values, told: { id: "id", mail: "mail" } });
    return `{for mail, ids in {for person in ${users} : lower(person.mail) => person.id...} : mail => ids[0]}`;
  }

  private lookUpEach(): string {
    const { friendlyUniqueId } = new DataAzureadUsers(this, "each", {
      userPrincipalNames: [...this.props.userPrincipalNames],
      ignoreMissing: true,
    });
    this.answers = `data.azuread_users.${friendlyUniqueId}.users`;
    return `{for person in ${this.answers} : lower(person.user_principal_name) => person.object_id}`;
  }

  private local(name: string, expression: string): string {
    const local = new TerraformLocal(this, name, `\${${expression}}`);
    local.overrideLogicalId(name);
    return `local.${name}`;
  }
}
