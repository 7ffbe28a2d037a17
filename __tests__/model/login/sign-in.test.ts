import { maySignIn } from "../../../model/login/sign-in";
import { accessOf, withGrants } from "../../access-text";

const access = (login: string) =>
  accessOf(
    `${withGrants("[{ group: devs, clusterRole: view }]", "{ devs: { members: [ada@contoso.com], groups: [seniors] }, seniors: { members: [carol@contoso.com] } }")}login: ${login}\n`,
  );

test("everybody of the tenant signs in, unless assignment is required", () => {
  expect(maySignIn(access("{}"), "outsider@contoso.com")).toBe(true);
});

test.each(["{ assignment: required }", "{ groups: { emit: assigned } }"])(
  "with %s only direct members of granted groups do",
  (login) => {
    expect(maySignIn(access(login), "Ada@contoso.com")).toBe(true);
    expect(maySignIn(access(login), "carol@contoso.com")).toBe(false);
    expect(maySignIn(access(login), "outsider@contoso.com")).toBe(false);
  },
);
