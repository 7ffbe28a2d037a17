import { accessOn } from "../../../model/clusters/access-on";
import { maySignIn } from "../../../model/login/sign-in";
import { answerFor } from "../../../model/rbac/answer";
import { changeOf } from "../../../model/rbac/change/change-of";
import { receiversInTokens } from "../../../model/rbac/receivers-in-tokens";
import { reportOf } from "../../../model/rbac/report";
import { whoMay } from "../../../model/rbac/who-may";
import { accessOf, withTenant } from "../../access-text";

const text = (grants = "[{ group: devs, clusterRole: view }]") =>
  withTenant(`
login: { groups: { emit: assigned } }
groups:
  devs: { members: [ada@contoso.com], groups: [team] }
  team: { members: [bob@contoso.com] }
  lone: { members: [abe@contoso.com] }
guests: [{ mail: gus@fabrikam.com }]
users: { eve@contoso.com: { left: true } }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants: ${grants}
  shop:
    aks: { kubeconfig: config, context: shop }
    grants: ${grants}
`);
const access = accessOf(text());
const action = { verb: "list", resource: "pods", namespace: "a" };
const answer = (cluster: string, person: string) => answerFor({ access, cluster, action }, person).verdict;

test("neither assignment nor what a token of the login lists decides on AKS", () => {
  expect([answer("prod", "ada@contoso.com"), answer("shop", "ada@contoso.com")]).toEqual(["yes", "yes"]);
  expect([answer("prod", "bob@contoso.com"), answer("shop", "bob@contoso.com")]).toEqual(["no", "yes"]);
});

test("whoever has left is out there too", () => {
  expect(answerFor({ access, cluster: "shop", action }, "eve@contoso.com")).toMatchObject({
    because: "no sign-in",
    reason: expect.stringContaining("AADSTS50057") as string,
  });
});

test("who may counts the members of nested groups on AKS alone", () => {
  const people = (cluster: string) => whoMay({ access, cluster, action }).people.map(({ person }) => person);
  expect(people("prod")).toEqual(["ada@contoso.com"]);
  expect(people("shop")).toEqual(["ada@contoso.com", "bob@contoso.com"]);
});

test("the report has nested members hold what they have on AKS, and nothing elsewhere", () => {
  const bob = reportOf(access).holders.find(({ name }) => name === "bob@contoso.com");
  expect(bob?.held.map(({ grant, listedIn }) => [grant.cluster, grant.group, listedIn])).toEqual([
    ["shop", "devs", "team"],
  ]);
  expect(bob?.refused.size).toBe(0);
});

test("a new grant is told of nested members on AKS alone", () => {
  const change = changeOf(accessOf(text("[]")), access);
  const ofBob = change.filter(({ holders }) => holders.some(({ name }) => name === "bob@contoso.com"));
  expect(ofBob.flatMap(({ gains }) => gains.map(({ cluster }) => cluster))).toEqual(["shop"]);
  expect(change.flatMap(({ holders }) => holders.map(({ name }) => name))).not.toContain("abe@contoso.com");
});

test("a member of a nested group who signs in on both clusters gains on AKS alone", () => {
  const of = (grants: string) =>
    accessOf(
      withTenant(`
login: { groups: { emit: assigned } }
groups:
  devs: { members: [ada@contoso.com], groups: [ops] }
  ops: { members: [carl@contoso.com] }
clusters:
  prod: { eks: { name: a, region: eu-central-1 }, grants: [{ group: ops, clusterRole: view }${grants}] }
  shop: { aks: { kubeconfig: config, context: shop }, grants: [{ group: ops, clusterRole: view }${grants}] }
`),
    );
  const change = changeOf(of(""), of(", { group: devs, clusterRole: edit }"));
  const ofCarl = change.filter(({ holders }) => holders.some(({ name }) => name === "carl@contoso.com"));
  expect(ofCarl.flatMap(({ gains }) => gains.map(({ cluster }) => cluster))).toEqual(["shop"]);
});

test("an assignment that login requires keeps nobody out of AKS", () => {
  const required = accessOf(text().replace("{ emit: assigned }", "{ emit: security }, assignment: required"));
  const may = (cluster: string) => maySignIn(accessOn(required, cluster), "bob@contoso.com");
  expect([may("prod"), may("shop")]).toEqual([false, true]);
});

test("more than 200 groups shut out on EKS alone", () => {
  const groups = Array.from({ length: 201 }, (_, index) => `  g${String(index)}: { members: [ada@contoso.com] }`);
  const many = accessOf(
    withTenant(`groups:\n${groups.join("\n")}\nclusters:
  prod: { eks: { name: a, region: eu-central-1 }, grants: [{ group: g0, clusterRole: view }] }
  shop: { aks: { kubeconfig: config, context: shop }, grants: [{ group: g0, clusterRole: view }] }
`),
  );
  const verdict = (cluster: string) => answerFor({ access: many, cluster, action }, "ada@contoso.com").verdict;
  expect([verdict("prod"), verdict("shop")]).toEqual(["no", "yes"]);
});

test("a group inside a granted one receives the grant on AKS alone where tokens list assigned groups", () => {
  const on = (cluster: string) => [...receiversInTokens(access, [{ cluster, grant: { group: "devs" } }]).keys()];
  expect([on("prod"), on("shop")]).toEqual([["devs"], ["devs", "team"]]);
});

test("others' groups inside a granted one are told on AKS, whose tokens list the groups around them", () => {
  const nesting = accessOf(
    text()
      .replace("groups: [team]", "groups: [team, theirs]")
      .replace("\n  team:", "\n  theirs: { existing: true }\n  team:"),
  );
  const unlisted = (cluster: string) => whoMay({ access: nesting, cluster, action }).unlisted.map(({ group }) => group);
  expect([unlisted("prod"), unlisted("shop")]).toEqual([[], ["theirs"]]);
});
