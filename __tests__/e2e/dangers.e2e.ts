import { setTimeout as wait } from "node:timers/promises";
import type { PolicyRule } from "../../model/rbac/policy-rule";
import type { ApiAnswer, ApiClient } from "../../sandbox/clusters/kubernetes/api-client";
import { findBinaries } from "../../sandbox/clusters/kubernetes/binaries";
import { mistakesIn, withGrants } from "../access-text";
import { quietLogin, warningsIn } from "../printed-warnings";
import { startAlone, type ApiServerAlone } from "./api-server-alone";
import {
  binding,
  clusterRole,
  controller,
  everything,
  hostPod,
  merge,
  password,
  rbac,
  rule,
  rulesTheCluster,
  takeToken,
} from "./attack-objects";
import { attacks } from "./attacks";
import { certificateRequest, Eavesdropper } from "./eavesdropper";
import { until } from "./until";
import { realTest } from "./world";

const binaries = findBinaries(process.env);
const missing = "missing" in binaries ? [binaries.missing] : [];
const real = realTest(missing);

let server: ApiServerAlone;
beforeAll(async () => {
  if ("missing" in binaries) return;
  server = await startAlone(binaries);
  const { administrator } = server;
  const make = (path: string, body: object) => administrator.json("POST", path, body);
  const named = (name: string) => ({ metadata: { name } });
  await make("/api/v1/namespaces", named("team-a"));
  const strict = { name: "strict", labels: { "pod-security.kubernetes.io/enforce": "restricted" } };
  await make("/api/v1/namespaces", { metadata: strict });
  await make("/api/v1/namespaces/team-a/secrets", { ...named("db"), data: { password } });
  const spec = { containers: [{ name: "c", image: "busybox" }] };
  await make("/api/v1/namespaces/team-a/pods", { ...named("web"), spec });
  const refused = await administrator.ask("POST", "/api/v1/namespaces/strict/pods", hostPod("privileged"));
  expect(refused.text).toContain("violates PodSecurity");
  // What a controller manager makes; the binding of the controller is the API server's own.
  await make("/api/v1/namespaces/kube-system/serviceaccounts", named(controller));
  await make("/api/v1/namespaces/kube-system/configmaps", named("aws-auth"));
});
afterAll(() => (missing.length === 0 ? server.stop() : undefined));

/** The answer once it is no 403 any more: the authorizer reads from a cache that lags a moment. */
async function answered(ask: () => Promise<ApiAnswer>): Promise<ApiAnswer> {
  for (;;) {
    const answer = await ask();
    if (answer.status !== 403) return answer;
    await wait(100);
  }
}

/** A member of a group that has a role, in a namespace or everywhere. */
async function granted(group: string, role: string, namespace?: string): Promise<ApiClient> {
  const [path, kind] =
    namespace === undefined
      ? [`${rbac}/clusterrolebindings`, "ClusterRoleBinding"]
      : [`${rbac}/namespaces/${namespace}/rolebindings`, "RoleBinding"];
  await server.administrator.json("POST", path, binding(group, role, kind));
  return server.memberOf(group);
}

/** A member of a group of a role's own name. */
async function withRules(name: string, ...rules: readonly PolicyRule[]): Promise<ApiClient> {
  await server.administrator.json("POST", `${rbac}/clusterroles`, clusterRole(name, rules));
  return granted(name, name);
}

const fileWith = (grant: string, roles = "{}") => withGrants(`[{ group: devs, ${grant} }]`, undefined, roles);

describe.each(attacks)("$danger: $how", ({ danger, rules, ask, answer, then }) => {
  const group = `${danger}-${String(attacks.findIndex((one) => one.ask === ask))}`;

  real("works with the role alone, and not without", async () => {
    await server.administrator.json("POST", `${rbac}/clusterroles`, clusterRole(group, rules));
    expect((await ask(await server.memberOf(group))).status).toBe(403);
    const mallory = await granted(group, group);
    const got = await answered(() => ask(mallory));
    expect(got.text).toContain(answer);
    await then?.(server, got, mallory);
  });

  real("does not come out of an access file without its word", () => {
    const own = `{ own: { rules: ${JSON.stringify(rules)} } }`;
    expect(mistakesIn(fileWith("clusterRole: own", own)).join("\n")).toContain(`allow: [${danger}] in roles.own`);
    return Promise.resolve();
  });
});

real("the aggregation controller's role gives itself everything in one request; check refuses it", async () => {
  const role = `system:controller:${controller}`;
  const mallory = await granted("aggregators", role);
  const take = () => mallory.ask("PATCH", `${rbac}/clusterroles/${role}`, { rules: everything }, merge);
  expect((await answered(take)).status).toBe(200);
  expect((await answered(() => mallory.ask("GET", "/api/v1/namespaces/team-a/secrets/db"))).text).toContain(password);
  expect(mistakesIn(fileWith(`clusterRole: "${role}"`))).toEqual([
    expect.stringContaining("people write roles with more rights than they have") as string,
  ]);
});

real("edit in a namespace acts as a service account of it with more rights; check says so", async () => {
  await server.administrator.json("POST", "/api/v1/namespaces/team-a/serviceaccounts", {
    metadata: { name: "deployer" },
  });
  await granted("system:serviceaccounts:team-a", "cluster-admin");
  const mallory = await granted("editors", "edit", "team-a");
  const secrets = "/api/v1/namespaces/kube-system/secrets";
  expect((await mallory.ask("GET", secrets)).status).toBe(403);
  const as = { "impersonate-user": "system:serviceaccount:team-a:deployer" };
  expect((await answered(() => mallory.ask("GET", secrets, undefined, undefined, as))).status).toBe(200);
  expect(warningsIn(`${fileWith("clusterRole: edit, namespaces: [team-a]")}${quietLogin}`).join("\n")).toContain(
    "use every service account in its namespaces",
  );
});

real("edit in kube-system becomes a controller, and with it everything; check says so", async () => {
  const mallory = await granted("system-editors", "edit", "kube-system");
  await rulesTheCluster(server, await answered(() => takeToken(mallory)));
  expect(warningsIn(`${fileWith("clusterRole: edit, namespaces: [kube-system]")}${quietLogin}`).join("\n")).toContain(
    'is kube-system, where "edit" is as strong as cluster-admin',
  );
});

real("patching roles without escalate does not widen edit by a label, nor make an aggregated role", async () => {
  const mallory = await withRules("labellers", rule("rbac.authorization.k8s.io", ["clusterroles"], ["get", "patch"]));
  expect((await answered(() => mallory.ask("GET", `${rbac}/clusterroles/edit`))).status).toBe(200);
  const patch = (body: object) => mallory.ask("PATCH", `${rbac}/clusterroles/cluster-admin`, body, merge);
  const label = { "rbac.authorization.k8s.io/aggregate-to-edit": "true" };
  expect((await patch({ metadata: { labels: label } })).text).toContain("attempting to grant RBAC permissions");
  const aggregationRule = { clusterRoleSelectors: [{ matchLabels: {} }] };
  expect((await patch({ aggregationRule })).status).toBe(403);
});

const refusedWith = (word: string, ...rules: readonly PolicyRule[]) => {
  expect(mistakesIn(fileWith("clusterRole: own", `{ own: { rules: ${JSON.stringify(rules)} } }`)).join("\n")).toContain(
    `allow: [${word}] in roles.own`,
  );
};

real("a webhook of somebody's own is sent every secret that is written; check refuses its role", async () => {
  const rules = [rule("admissionregistration.k8s.io", ["validatingwebhookconfigurations"], ["create"])];
  const mallory = await withRules("hookers", ...rules);
  const ear = await Eavesdropper.start();
  const path = "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations";
  expect((await answered(() => mallory.ask("POST", path, ear.configuration("secrets")))).status).toBe(201);
  const secret = { metadata: { generateName: "new" }, data: { password } };
  await until(async () => {
    await server.administrator.json("POST", "/api/v1/namespaces/team-a/secrets", secret);
    return ear.heard !== "";
  });
  await server.administrator.json("DELETE", `${path}/ear`);
  await ear.stop();
  expect(ear.heard).toContain(password);
  refusedWith("admission", ...rules);
});

real("a certificate for a controller is requested and approved by one person; check refuses the role", async () => {
  const signer = "kubernetes.io/kube-apiserver-client";
  const group = "certificates.k8s.io";
  const rules = [
    rule(group, ["certificatesigningrequests"], ["create"]),
    rule(group, ["certificatesigningrequests/approval"], ["patch"]),
    { ...rule(group, ["signers"], ["approve"]), resourceNames: [signer] },
  ];
  const mallory = await withRules("signers", ...rules);
  const path = `/apis/${group}/v1/certificatesigningrequests`;
  const request = await certificateRequest("system:kube-controller-manager");
  const spec = { signerName: signer, usages: ["client auth"], request };
  expect((await answered(() => mallory.ask("POST", path, { metadata: { name: "mine" }, spec }))).status).toBe(201);
  const conditions = [{ type: "Approved", status: "True", reason: "x", message: "x" }];
  const approved = await mallory.ask("PATCH", `${path}/mine/approval`, { status: { conditions } }, merge);
  // A controller manager would sign it now; none runs here.
  expect(approved.text).toContain('"type":"Approved"');
  refusedWith("certificates", ...rules);
});
