import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { check } from "../../../commands/check";
import { kubeconfig } from "../../../commands/kubeconfig";
import { report } from "../../../commands/report";
import type { Kubeconfig } from "../../../model/clusters/kubeconfig";
import { synth } from "../../synth";
import { deployed, stateOf } from "../deployed";
import { printed } from "../printed";

const example = readFileSync(join(__dirname, "..", "..", "..", "docs", "examples", "every-kind.yaml"), "utf8");
const access = example.replaceAll("~/.kube/", "");

const config = (name: string) =>
  stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [
      { name, cluster: { server: `https://${name}.example`, "certificate-authority-data": deployed.authority(name) } },
    ],
    contexts: [{ name, context: { cluster: name, user: "admin" } }],
    users: [{ name: "admin", user: { token: "t0p-secret" } }],
  });
const files = {
  "access.yaml": access,
  dev: config("kind-dev"),
  aks: config("shop"),
  openshift: config("factory"),
  "state/login.tfstate": stateOf({ client_id: deployed.clientId, issuer_url: deployed.issuer }),
  "state/eks-prod.tfstate": stateOf({
    endpoint: "https://prod.gr7.eu-central-1.eks.amazonaws.com",
    certificate_authority: deployed.authority("prod"),
  }),
};

test("a file with a cluster of each kind is checked and synthesized, each cluster with its stacks", () => {
  expect(printed(files, (file) => check({ file, json: false, strict: false })).code).toBe(0);
  expect(Object.keys(synth(example).stacks).sort()).toEqual(
    ["people", "login", "eks-prod", "rbac-prod", "rbac-dev", "rbac-shop", "rbac-factory", "openshift-factory"].sort(),
  );
});

test("the report names everybody on each of them", () => {
  const { code, stdout } = printed(files, (file) => report({ file, format: "csv", by: "person" }));
  const lines = stdout.trim().split(/\r?\n/).slice(1);
  expect(code).toBe(0);
  expect([...new Set(lines.map((line) => [line.split(",")[0], line.split(",")[2]].join(" ")))].sort()).toEqual([
    "ada@contoso.com dev",
    "ada@contoso.com factory",
    "ada@contoso.com prod",
    "grace@contoso.com prod",
    "grace@contoso.com shop",
  ]);
});

test("the kubeconfig has one context for each of them", async () => {
  const { code, stdout } = await printed(files, (file) => kubeconfig({ file, json: false }));
  const { contexts, clusters } = parse(stdout) as Kubeconfig;
  expect(code).toBe(0);
  expect(contexts.map(({ name, context }) => [name, context.user])).toEqual([
    ["prod", "entra"],
    ["dev", "entra"],
    ["shop", "entra-aks"],
    ["factory", "entra"],
  ]);
  expect(clusters.map(({ cluster }) => cluster.server)).toEqual([
    "https://prod.gr7.eu-central-1.eks.amazonaws.com",
    "https://kind-dev.example",
    "https://shop.example",
    "https://factory.example",
  ]);
  expect(stdout).not.toContain("t0p-secret");
});

test("where an OAuth server signs people in, the context has no credentials, and what to run is told", async () => {
  const oauth = access.replace("signIn: external", "signIn: oauth");
  const { code, stdout, stderr } = await printed({ ...files, "access.yaml": oauth }, (file) =>
    kubeconfig({ file, json: false, cluster: ["factory"] }),
  );
  const { contexts, users } = parse(stdout) as Kubeconfig;
  expect([code, contexts, users]).toEqual([
    0,
    [{ name: "factory", context: { cluster: "factory", user: "run-oc-login" } }],
    [],
  ]);
  expect(stderr).toBe(
    "clusters.factory signs people in by OpenShift's OAuth server, so its context has no credentials. Each person runs oc login --web https://factory.example, which adds a context of its own\n",
  );
});
