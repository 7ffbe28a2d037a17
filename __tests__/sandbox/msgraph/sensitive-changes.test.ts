import { graphForEachTest } from "./graph";

const graph = graphForEachTest();

/** Ada's object ID, and a role-assignable group that lists her so. */
async function adaIn(relation: "members" | "owners"): Promise<string> {
  const { id } = (await graph().get("users/ada@contoso.com")).body;
  const { status } = await graph().post("groups", {
    displayName: "rescue",
    mailNickname: "rescue",
    mailEnabled: false,
    securityEnabled: true,
    isAssignableToRole: true,
    [`${relation}@odata.bind`]: [`https://graph.microsoft.com/v1.0/users/${id}`],
  });
  expect(status).toBe(201);
  return id;
}

const sensitive = {
  accountEnabled: false,
  userPrincipalName: "countess@contoso.com",
  passwordProfile: { password: "An0therSecret!" },
  mobilePhone: "+44 1",
  businessPhones: ["+44 1"],
  otherMails: ["ada@example.com"],
  onPremisesImmutableId: "x",
};

test.each(["members", "owners"] as const)(
  "what is sensitive of %s of a role-assignable group is refused",
  async (relation) => {
    const id = await adaIn(relation);
    for (const [name, value] of Object.entries(sensitive)) {
      const { status, body } = await graph().patch(`users/${id}`, { displayName: "Countess", [name]: value });
      expect([name, status, body.error.code]).toEqual([name, 403, "Authorization_RequestDenied"]);
    }
    expect((await graph().delete(`users/${id}`)).status).toBe(403);
    expect((await graph().get(`users/${id}`)).body["displayName"]).toBe("Ada Lovelace");
  },
);

test("what is not sensitive is not, and nothing is of whoever left the group", async () => {
  const id = await adaIn("members");
  expect((await graph().patch(`users/${id}`, { displayName: "Countess", employeeType: "x" })).status).toBe(204);
  const group = graph()
    .directory.all("groups")
    .find(({ displayName }) => displayName === "rescue")!;
  expect((await graph().delete(`groups/${group.id}/members/${id}/$ref`)).status).toBe(204);
  expect((await graph().patch(`users/${id}`, { accountEnabled: false })).status).toBe(204);
});

test.each(["Privileged Authentication Administrator", "Global Administrator"])("a %s may", async (role) => {
  const id = await adaIn("members");
  graph().directory.rights = { ...graph().directory.rights, directoryRoles: [role] };
  await graph().renew();
  expect((await graph().patch(`users/${id}`, { accountEnabled: false })).status).toBe(204);
  expect((await graph().delete(`users/${id}`)).status).toBe(204);
});

test("a User Administrator may not", async () => {
  const id = await adaIn("members");
  graph().directory.rights = { ...graph().directory.rights, directoryRoles: ["User Administrator"] };
  await graph().renew();
  expect((await graph().delete(`users/${id}`)).status).toBe(403);
});
