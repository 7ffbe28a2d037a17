import { Construct } from "constructs";
import type { Guest } from "../../config/schema/access";
import { address } from "../../model/terraform/address";
import { MsgraphResourceAction } from "../msgraph/resource-action";
import { expression, reference, type Expression } from "../terraform/expression";
import { template } from "../terraform/template";
import type { DirectoryMembers } from "./directory-members";

export interface GuestInvitationProps {
  readonly guest: Guest;
  /** Directory (tenant) ID. */
  readonly tenant: string;
  /** Where members are looked up, whom Entra does not invite. */
  readonly members: DirectoryMembers;
}

/**
 * One person of another organization who is asked in, once: leaving the access file deletes nobody, and who is a guest
 * already stays the same user. learn.microsoft.com/graph/api/invitation-post
 */
export class GuestInvitation extends Construct {
  /** Terraform address of the request. */
  readonly address: string;
  /** The guest's object ID. */
  readonly objectId: Expression;

  constructor(scope: Construct, { guest: { mail, send }, tenant, members: { byMail } }: GuestInvitationProps) {
    super(scope, address(mail));
    const invitation = new MsgraphResourceAction(this, "Resource", {
      resourceUrl: "invitations",
      method: "POST",
      body: {
        invitedUserEmailAddress: mail,
        inviteRedirectUrl: `https://myapplications.microsoft.com/?tenantid=${tenant}`,
        sendInvitationMessage: send,
      },
      responseExportValues: { id: "invitedUser.id" },
    });
    invitation.overrideLogicalId(this.node.id);
    invitation.addOverride("lifecycle.precondition", [
      {
        condition: expression`!contains(keys(${byMail}), ${mail})`.template,
        error_message: template`${mail} is a member of this directory, not a guest: take the address out of guests, and name the person under members as ${expression`try(${byMail}[${mail}], "")`}.`,
      },
    ]);
    const request = reference("msgraph_resource_action", this.node.id);
    this.address = request.code;
    this.objectId = reference(request, "output", "id");
  }
}
