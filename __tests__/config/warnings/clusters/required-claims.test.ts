import { tenant, withGrants } from "../../../access-text";
import { warned } from "../warned";

const path = "clusters.prod.requiredClaims";
const members = "[ada@contoso.com, bob@contoso.com, cyd@contoso.com, dan@contoso.com, eve@contoso.com]";
const file = (claims: string, users: string) =>
  `${withGrants("[{ group: devs, clusterRole: view }]", `{ devs: { members: ${members} }, others: { members: [fay@contoso.com] } }`).replace("    grants:", `    requiredClaims: ${claims}\n    grants:`)}attributes: { kind: {} }\nlogin: { claims: { ctry: {} } }\nusers: ${users}\n`;
const ada = "ada@contoso.com: { attributes: { kind: member } }";

test("what every token says is not warned about", () => {
  expect(warned(file(`{ tid: ${tenant}, ver: "2.0" }`, "{}"), path)).toEqual([]);
});

test("a claim that differs between people is", () => {
  expect(warned(file("{ ctry: DE }", "{}"), path)).toEqual([
    `${path}.ctry is not the same in every token. The cluster refuses a person whose token has another value or none, whatever is granted.`,
  ]);
});

test("of an attribute the people are named who are granted something and lack it, nobody else", () => {
  expect(warned(file("{ kind: member }", `{ ${ada} }`), path)).toEqual([
    `${path}.kind keeps out bob@contoso.com, cyd@contoso.com, dan@contoso.com and 1 more, who have a grant there but not this value under users`,
  ]);
});

test("a value that nobody has keeps everybody out", () => {
  expect(warned(file("{ kind: members }", `{ ${ada} }`), path)).toEqual([
    `${path}.kind has a value that nobody under users has, so nobody can sign in there`,
  ]);
});
