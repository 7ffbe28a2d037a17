import { notAsked } from "../../../commands/sandbox/not-asked";
import { questionsOf } from "../../../sandbox/rbac/question";
import { accessOf, withGrants } from "../../access-text";

function told(grants: string, groups: string, roles?: string): string[] {
  const access = accessOf(withGrants(grants, groups, roles));
  return notAsked(access, questionsOf(access));
}

test("members of an existing group, and of one with a rule, whom the file does not list, with what they get", () => {
  const groups = `{ infra: { existing: true }, search: { rule: 'user.department -eq "search"' }, devs: { groups: [infra] }, idle: { existing: true } }`;
  expect(
    told(
      "[{ group: infra, clusterRole: edit, namespaces: [team-a, team-b] }, { group: devs, clusterRole: view }, { group: search, clusterRole: view, namespaces: [team-a] }]",
      groups,
    ),
  ).toEqual([
    "groups.infra exists already. Its members who are not in the file were not asked. They get: edit in team-a, team-b on prod, view on prod",
    "groups.search has a rule. Its members who are not in the file were not asked. They get: view in team-a on prod",
  ]);
});

test("a file that lists everybody has nothing of the kind", () => {
  expect(told("[{ group: devs, clusterRole: view }]", "{ devs: { members: [ada@contoso.com] } }")).toEqual([]);
});

test("a role that only the clusters know, once, with who has it", () => {
  expect(
    told(
      "[{ group: devs, clusterRole: odd, namespaces: [team-a] }, { group: ops, clusterRole: odd }]",
      "{ devs: { members: [ada@contoso.com] }, ops: { members: [bob@contoso.com] } }",
      "{ odd: { existing: true } }",
    ),
  ).toEqual([
    "Only the clusters know the rules of odd, so nothing was asked about: devs: odd in team-a on prod, ops: odd on prod",
  ]);
});

test("how many questions were left out, of whom, and what the bound is", () => {
  const access = accessOf(withGrants("[]"));
  const leftOut = [1, 2, 3, 4, 5, 6, 7].map((count) => ({
    person: `p${String(count)}@contoso.com`,
    cluster: "prod",
    count,
  }));
  expect(notAsked(access, { questions: [], atMost: 40, leftOut })).toEqual([
    "At most 40 questions are asked about a person on a cluster. 28 were left out: p1@contoso.com on prod (1), p2@contoso.com on prod (2), p3@contoso.com on prod (3), p4@contoso.com on prod (4), p5@contoso.com on prod (5) and 2 more",
  ]);
});
