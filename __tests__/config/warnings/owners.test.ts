import { withGrants } from "../../access-text";
import { warningsIn } from "../../printed-warnings";

test("whoever is in no group and owns one is not said to do nothing", () => {
  const groups = "{ devs: { members: [ada@contoso.com], owners: [gus@fabrikam.com, bob@contoso.com] } }";
  const file = `${withGrants("[{ group: devs, clusterRole: view }]", groups)}guests: [gus@fabrikam.com, pia@fabrikam.com]\nusers: { bob@contoso.com: {}, carol@contoso.com: {} }\nlogin: { owners: [carol@contoso.com] }\n`;
  const told = warningsIn(file).filter((line) => line.includes("is in no group"));
  expect(told.map((line) => line.replace(/^\S+ (\S+) .*?, and /, "$1 "))).toEqual([
    "guests[0] may change groups.devs, as an owner",
    "guests[1] may do nothing",
    'users["bob@contoso.com"] may change groups.devs, as an owner',
    'users["carol@contoso.com"] may change the application of the login, as an owner',
  ]);
});
