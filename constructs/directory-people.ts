import { DataAzureadUsers } from "@cdktf/provider-azuread/lib/data-azuread-users";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { DataMsgraphResource } from "./msgraph/data-resource";

/** Microsoft Graph answers 400 to more values in one `in`: learn.microsoft.com/graph/filter-query-parameter */
const batchSize = 15;

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
    const found = this.local("found_people", props.lookup === "batch" ? this.lookUpInBatches() : this.lookUpEach());
    const nobody = `{for name in ${JSON.stringify(props.userPrincipalNames)} : name => null}`;
    this.ids = this.local("people", `merge(${nobody}, ${found})`);
  }

  /** The object IDs of these people, without whoever was not found; as an expression without `${}`. */
  objectIds(userPrincipalNames: readonly string[]): string {
    // One `for`: with 8,000 people Terraform takes 4 s for it, and minutes for `people["…"]` written out for each name.
    return `compact([for name in ${JSON.stringify(userPrincipalNames)} : ${this.ids}[name]])`;
  }

  /** The names that nobody in the directory has; as an expression without `${}`. */
  get unknown(): string {
    return `[for name, id in ${this.ids} : name if id == null]`;
  }

  /** The names of those who are found and have no mail address, if it was asked for; as an expression without `${}`. */
  get withoutMail(): string {
    const name = this.props.lookup === "batch" ? "name" : "user_principal_name";
    return `[for person in ${this.answers} : lower(person.${name}) if try(length(person.mail), 0) == 0]`;
  }

  /** Whether anybody at all was found; as an expression without `${}`. */
  get anybody(): string {
    return "length(local.found_people) > 0";
  }

  /** A map of lower-case names to object IDs. */
  private lookUpInBatches(): string {
    const batches = inBatches(this.props.userPrincipalNames).map(
      (names, index) =>
        new DataMsgraphResource(this, `batch-${String(index)}`, {
          url: "users",
          queryParameters: {
            $filter: [`userPrincipalName in (${names.map((name) => `'${name.replaceAll("'", "''")}'`).join(",")})`],
            $select: [`id,userPrincipalName${this.props.mail === true ? ",mail" : ""}`],
          },
          responseExportValues: {
            people: `value[].{id: id, name: userPrincipalName${this.props.mail === true ? ", mail: mail" : ""}}`,
          },
        }),
    );
    const answers = batches.map((batch) => `data.msgraph_resource.${batch.friendlyUniqueId}.output.people`);
    this.answers = `concat(${answers.join(", ")})`;
    return `{for person in ${this.answers} : lower(person.name) => person.id}`;
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

function inBatches(names: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(names.length / batchSize) }, (_, index) =>
    names.slice(index * batchSize, (index + 1) * batchSize),
  );
}
