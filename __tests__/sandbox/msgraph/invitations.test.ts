import { graphForEachTest } from "./graph";

const graph = graphForEachTest();
const invitation = { invitedUserEmailAddress: "gus@fabrikam.com", inviteRedirectUrl: "https://contoso.com" };

test("an invitation makes a guest whose name carries the address", async () => {
  const { status, body } = await graph().post("invitations", invitation);
  expect(status).toBe(201);
  const { id } = body["invitedUser"] as { id: string };
  expect((await graph().get(`users/${id}?$select=userPrincipalName,userType,mail`)).body).toMatchObject({
    userPrincipalName: "gus_fabrikam.com#EXT#@contoso.com",
    userType: "Guest",
    mail: "gus@fabrikam.com",
  });
});

test("a second invitation leads to the same guest", async () => {
  const first = await graph().post("invitations", invitation);
  const second = await graph().post("invitations", invitation);
  expect(second.body["invitedUser"]).toEqual(first.body["invitedUser"]);
});

test.each([
  ["without an address", { invitedUserEmailAddress: undefined }],
  ["without a redirect", { inviteRedirectUrl: undefined }],
  ["of somebody who is a member", { invitedUserEmailAddress: "ada@contoso.com" }],
  ["of an address that begins with -", { invitedUserEmailAddress: "-gus@fabrikam.com" }],
  ["of an address that ends with . before the @", { invitedUserEmailAddress: "gus.@fabrikam.com" }],
  ["with a property that does not exist", { colour: "red" }],
])("an invitation %s is refused", async (_, change) => {
  expect((await graph().post("invitations", { ...invitation, ...change })).status).toBe(400);
});

test("where nobody may invite, nobody is invited", async () => {
  const { tenant } = graph().directory;
  Object.assign(tenant, { allowInvitesFrom: "none" });
  const { status, body } = await graph().post("invitations", invitation);
  Object.assign(tenant, { allowInvitesFrom: undefined });
  expect(status).toBe(403);
  expect(body.error.message).toContain("Guest invitations not allowed for your company.");
});
