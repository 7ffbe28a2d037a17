import { questionsOf } from "../../sandbox/question";
import { accessOf, withGrants } from "../access-text";

const access = accessOf(
  withGrants("[{ group: devs, clusterRole: view, namespaces: [team-a] }]", "{ devs: { members: [ada@contoso.com] } }"),
);

test("everybody and an outsider are asked in each granted namespace and elsewhere", () => {
  const places = questionsOf(access).map(
    ({ person, cluster, action }) => `${person} ${cluster} ${action.namespace ?? ""}`,
  );
  expect([...new Set(places)]).toEqual([
    "ada@contoso.com prod team-a",
    "ada@contoso.com prod default",
    "outsider@contoso.com prod team-a",
    "outsider@contoso.com prod default",
  ]);
});

test("what is expected comes from the model", () => {
  const yes = questionsOf(access).filter(({ expected }) => expected === "yes");
  expect(
    yes.map(({ person, action }) => `${person} ${action.verb} ${action.resource} ${action.namespace ?? ""}`),
  ).toEqual(["ada@contoso.com list pods team-a"]);
});

test("whom Entra does not let in is refused, not told no", () => {
  const required = { ...access, login: { ...access.login, assignment: "required" as const } };
  const told = questionsOf(required).filter(({ expected }) => expected === "refused");
  expect([...new Set(told.map(({ person }) => person))]).toEqual(["outsider@contoso.com"]);
});
