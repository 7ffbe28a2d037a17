import { withGrants } from "../../access-text";
import { synth } from "../../synth";

test("assignments are found by principal, those of other roles left out", () => {
  const program = synth(`${withGrants("[{ group: devs, clusterRole: view }]")}login: { assignment: required }\n`);
  expect(program.find("login", "locals")["assigned_principals"]).toMatch(
    /one\.principal => join\("\/", \["\/servicePrincipals", one\.resource, "appRoleAssignedTo", one\.id\]\) if one\.role == "00000000-0000-0000-0000-000000000000"/,
  );
});
