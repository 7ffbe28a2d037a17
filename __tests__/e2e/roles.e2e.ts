import { readFileSync } from "node:fs";
import type { Access } from "../../config/schema/access";
import { verdict, type Action, type UrlAction } from "../../model/rbac/verdict";
import { ApiClient } from "../../sandbox/clusters/kubernetes/api-client";
import { accessOf, withTenant } from "../access-text";
import { expectNothingLeft } from "./nothing-left";
import { unbroken } from "./stack-by-hand";
import { testWorld } from "./test-world";

const access = accessOf(
  withTenant(`
groups:
  devs: { members: [ada@contoso.com] }
  scrapers: { members: [bob@contoso.com] }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants:
      - { group: devs, role: log.reader, namespaces: [team-a, team-b] }
      - { group: devs, clusterRole: "tls:reader", namespaces: [team-a] }
      - { group: scrapers, clusterRole: scraper }
      - { group: scrapers, clusterRole: "system:monitoring" }
roles:
  log.reader: { rules: [{ apiGroups: [""], resources: [pods, pods/log], verbs: [get, list] }] }
  "tls:reader": { rules: [{ apiGroups: [""], resources: [secrets], resourceNames: ["tls-\${x}", tls], verbs: [get] }] }
  scraper:
    rules:
      - { nonResourceURLs: [/debug/*], verbs: [get] }
      - { apiGroups: ["", apps], resources: ["*/status", nodes], verbs: [get, list] }
`),
);

const rbac = "/apis/rbac.authorization.k8s.io/v1";

const questions: readonly (Action | UrlAction)[] = [
  { verb: "get", resource: "pods/log", namespace: "team-a", name: "web" },
  { verb: "list", resource: "pods", namespace: "team-b" },
  { verb: "watch", resource: "pods", namespace: "team-b" },
  { verb: "list", resource: "pods", namespace: "default" },
  { verb: "get", resource: "secrets", namespace: "team-a", name: "tls" },
  { verb: "get", resource: "secrets", namespace: "team-a", name: "tls-${x}" },
  { verb: "get", resource: "secrets", namespace: "team-a", name: "other" },
  { verb: "get", resource: "secrets", namespace: "team-a" },
  { verb: "get", resource: "secrets", namespace: "team-b", name: "tls" },
  { verb: "get", resource: "deployments/status", apiGroup: "apps", namespace: "team-b", name: "web" },
  { verb: "get", resource: "deployments", apiGroup: "apps", namespace: "team-b", name: "web" },
  { verb: "list", resource: "nodes" },
  { verb: "get", url: "/debug/pprof" },
  { verb: "post", url: "/debug/pprof" },
  { verb: "get", url: "/metrics" },
  { verb: "get", url: "/logs" },
];
const { real, world } = testWorld(access);

/** What the API server has of this program's, and the number of its rules, by the path of its list. */
async function made(...lists: readonly string[]): Promise<{ name: string; uid: string; rules: number }[]> {
  const { adminKubeconfig, url } = world.sandbox.clusters.apiServers.get("prod")!;
  const { users } = JSON.parse(readFileSync(adminKubeconfig, "utf8")) as { users: { user: Record<string, string> }[] };
  const pem = (key: string) => Buffer.from(users[0]!.user[key]!, "base64").toString();
  const client = { cert: pem("client-certificate-data"), key: pem("client-key-data") };
  const administrator = new ApiClient(url, readFileSync(world.sandbox.authorityFile, "utf8"), client);
  const selector = "?labelSelector=app.kubernetes.io/managed-by%3Dentra-eks";
  const answers = await Promise.all(lists.map((list) => administrator.json("GET", `${rbac}/${list}${selector}`)));
  return (answers as { items: { metadata: { name: string; uid: string }; rules?: unknown[] }[] }[])
    .flatMap(({ items }) => items)
    .map(({ metadata: { name, uid }, rules = [] }) => ({ name, uid, rules: rules.length }));
}

async function expectAnswers(file: Access): Promise<void> {
  const asked = ["ada@contoso.com", "bob@contoso.com"].flatMap((person) =>
    questions.map((action) => ({ person, action, expected: verdict(file, person, "prod", action) })),
  );
  const answered = await Promise.all(
    asked.map(async (one) => ({ ...one, answer: await world.sandbox.may(one.person, "prod", one.action) })),
  );
  expect(answered.filter(({ answer, expected }) => answer !== expected)).toEqual([]);
  expect(new Set(answered.map(({ answer }) => answer))).toEqual(new Set(["yes", "no"]));
}

real("own roles apply with their bindings, and the second plan is empty", async () => {
  const deployment = await world.deployment();
  await deployment.apply();
  expect(await deployment.plan()).toBe(false);
  expect((await made("clusterroles")).map(({ name }) => name)).toEqual(["scraper", "tls:reader"]);
  expect((await made("roles")).map(({ name }) => name)).toEqual(["log.reader", "log.reader"]);
});

real("the API server answers what the rules say", () => expectAnswers(access));

real("a changed rule changes the role where it stands", async () => {
  const rule = { apiGroups: ["apps"], resources: ["deployments"], verbs: ["get"] };
  const { scraper, ...others } = access.roles;
  const rules = scraper?.existing === false ? [...scraper.rules, rule] : [];
  const changed: Access = { ...access, roles: { ...others, scraper: { existing: false, rules } } };
  const before = await made("clusterroles");
  const deployment = await world.deployment(changed);
  await deployment.apply(["rbac-prod"]);
  expect(await deployment.plan(["rbac-prod"])).toBe(false);
  const expected = before.map((role) => (role.name === "scraper" ? { ...role, rules: role.rules + 1 } : role));
  expect(await made("clusterroles")).toEqual(expected);
  await expectAnswers(changed);
});

real("a namespace that is not there stops the plan, before anything is made", async () => {
  const grants = access.clusters["prod"]!.grants.map((grant) =>
    grant.role === undefined ? grant : { ...grant, namespaces: [...grant.namespaces!, "team-c"] },
  );
  const prod = { ...access.clusters["prod"]!, grants };
  const deployment = await world.deployment({ ...access, clusters: { prod } });
  const refusal = unbroken(String(await deployment.plan(["rbac-prod"]).catch(String)));
  expect(refusal).toContain(
    'The Role "log.reader" in namespace "team-c" of cluster "prod" needs that namespace, which is not there. Create it, or take it out of the grant.',
  );
  expect(await made("roles")).toHaveLength(2);
});

real("destroying leaves no role and no binding", async () => {
  await expectNothingLeft(world);
  expect(await made("clusterroles", "roles", "clusterrolebindings", "rolebindings")).toEqual([]);
});
