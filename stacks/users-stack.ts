import { TerraformLocal, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { Access } from "../config/schema/access";
import { CreatedUser } from "../constructs/created-user";
import { DirectoryArrival } from "../constructs/directory-arrival";
import { DirectoryMembers } from "../constructs/directory-members";
import { GuestInvitation } from "../constructs/guest-invitation";
import { LeftAccounts } from "../constructs/left-accounts";
import { literal } from "../constructs/literal";
import { DataMsgraphResource } from "../constructs/msgraph/data-resource";
import { odataText } from "../constructs/odata-text";
import { useMsgraph } from "../constructs/providers";
import type { States } from "../constructs/state";
import { expression, reference, type Expression } from "../constructs/terraform/expression";
import { accountMarker, keepsAccounts } from "../model/account";

export interface UsersStackProps {
  readonly access: Access;
  readonly states: States;
}

/** The people whom the access file invites or makes. Its state holds first passwords: no other stack reads it. */
export class UsersStack extends TerraformStack {
  private readonly arrivals = new Construct(this, "arrivals");

  constructor(
    scope: Construct,
    id: string,
    private readonly props: UsersStackProps,
  ) {
    super(scope, id);
    const { access, states } = props;
    states.keep(this);
    useMsgraph(this, access);
    if (access.guests.length > 0) this.invite();
    if (keepsAccounts(access.users)) this.keepAccounts();
  }

  private invite(): void {
    const { guests, tenant } = this.props.access;
    const members = new DirectoryMembers(this, "members", guests.map(({ mail }) => mail).sort());
    const scope = new Construct(this, "guests");
    for (const guest of guests) {
      const { objectId } = new GuestInvitation(scope, { guest, tenant, members });
      new DirectoryArrival(this.arrivals, { person: guest.mail, objectId });
    }
  }

  private keepAccounts(): void {
    const { access } = this.props;
    const accounts = this.lookUpAccounts();
    const scope = new Construct(this, "users");
    const people = new Map<string, Expression>();
    for (const [person, { create }] of Object.entries(access.users)) {
      if (create === undefined) continue;
      const { displayName } = create;
      const { objectId } = new CreatedUser(scope, { person, displayName, marker: accountMarker(access), accounts });
      new DirectoryArrival(this.arrivals, { person, objectId });
      people.set(person, objectId);
    }
    const remove = access.allow.includes("delete-users");
    new LeftAccounts(this, "left", { accounts, people, remove });
  }

  private lookUpAccounts(): Expression {
    const marker = literal(accountMarker(this.props.access));
    const { friendlyUniqueId } = new DataMsgraphResource(this, "accounts", {
      url: "users",
      // Graph filters by this property as an advanced query only: learn.microsoft.com/graph/aad-advanced-queries
      headers: { ConsistencyLevel: "eventual" },
      queryParameters: {
        $count: ["true"],
        $filter: [`employeeType eq ${odataText(marker)}`],
        $select: ["id,userPrincipalName"],
      },
      responseExportValues: { people: "value[].{id: id, name: userPrincipalName}" },
    });
    const found = reference("data.msgraph_resource", friendlyUniqueId, "output", "people");
    const byName = expression`{for person in ${found} : lower(person.name) => person.id}`;
    new TerraformLocal(this, "accounts_by_name", byName.template).overrideLogicalId("accounts");
    return expression`local.accounts`;
  }
}
