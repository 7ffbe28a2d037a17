import { tenant, withTenant } from "../../access-text";
import { synth } from "../../synth";

const program = synth(withTenant("guests: [{ mail: Gus.O'Hara@fabrikam.com, send: true }, pia@fabrikam.com]"));
const invitation = (address: string) => program.resource("users", "msgraph_resource_action", address);

test("a guest is one POST to invitations, by mail address, which is also the Terraform address", () => {
  expect(program.addresses("users", "msgraph_resource_action").sort()).toEqual([
    "gus_2e_o_27_hara_40_fabrikam_2e_com",
    "gus_2e_o_27_hara_40_fabrikam_2e_com__arrived",
    "pia_40_fabrikam_2e_com",
    "pia_40_fabrikam_2e_com__arrived",
  ]);
  expect(invitation("pia_40_fabrikam_2e_com")).toMatchObject({
    resource_url: "invitations",
    method: "POST",
    body: {
      invitedUserEmailAddress: "pia@fabrikam.com",
      inviteRedirectUrl: `https://myapplications.microsoft.com/?tenantid=${tenant}`,
      sendInvitationMessage: false,
    },
  });
});

test("Entra mails the invitation only where the file says so", () => {
  expect(invitation("gus_2e_o_27_hara_40_fabrikam_2e_com")["body"]).toMatchObject({ sendInvitationMessage: true });
});

test("nobody is invited again because something else of the invitation changes", () => {
  expect(invitation("pia_40_fabrikam_2e_com")["lifecycle"]).toMatchObject({ ignore_changes: "all" });
});

test("a member of the directory is refused in words before anybody is invited", () => {
  const { lifecycle } = invitation("pia_40_fabrikam_2e_com") as {
    lifecycle: { precondition: { condition: string; error_message: string }[] };
  };
  expect(lifecycle.precondition).toEqual([
    {
      condition: '${!contains(keys(local.members_by_mail), "pia@fabrikam.com")}',
      error_message:
        'pia@fabrikam.com is a member of this directory, not a guest: take the address out of guests, and name the person under members as ${try(local.members_by_mail["pia@fabrikam.com"], "")}.',
    },
  ]);
});
