import type { RequestListener } from "node:http";
import { clusterEndpoints } from "../../../commands/doctor/cluster-endpoints";
import type { Surroundings } from "../../../commands/doctor/surroundings";
import { presentClusters } from "../../../model/clusters/present-clusters";
import { startProxy } from "../../../sandbox/login/proxy";
import { CertificateAuthority } from "../../../sandbox/machine/certificates";
import { accessOf, withGrants, withTenant } from "../../access-text";
import { httpsServer } from "./https-server";
import { deployedCluster, inShort, machine } from "./machine";

const text = withGrants("[]");
const clusters = presentClusters(accessOf(text));
const base64 = (pem: string) => Buffer.from(pem).toString("base64");
const answering =
  (status: number, date?: number): RequestListener =>
  (_, response) => {
    if (date !== undefined) response.setHeader("date", new Date(date).toUTCString());
    response.statusCode = status;
    response.end();
  };

async function look(answer: RequestListener, over: Partial<Surroundings> = {}, authority?: string) {
  const { url, ca } = await httpsServer(answer);
  return clusterEndpoints(clusters, deployedCluster(url, base64(authority ?? ca)), machine(over));
}

test.each([200, 401, 403])("an API server that answers %d answers", async (status) => {
  expect(inShort(await look(answering(status)))).toEqual(["fine endpoint", "warning endpoint-foreign", "fine clock"]);
});

test("an API server that is not ready is a warning", async () => {
  expect(inShort(await look(answering(503)))).toContain("warning endpoint-not-ready");
});

test("a certificate of another authority than the state's is broken", async () => {
  const { pem } = await CertificateAuthority.create("another");
  expect(inShort(await look(answering(200), {}, pem))).toEqual([
    "broken endpoint-untrusted",
    "warning endpoint-foreign",
  ]);
});

test("a clock that differs from the API server's is told by its cluster", async () => {
  const found = await look(answering(401, Date.now() + 3_600_000));
  expect(found.at(-1)).toMatchObject({
    severity: "broken",
    sentence: "The clock of this machine is 60 minutes behind that of the API server of prod",
  });
});

test("an endpoint where nothing listens is broken, with the reason", async () => {
  const [found] = await clusterEndpoints(clusters, deployedCluster("https://127.0.0.1:1"), machine());
  expect(found).toMatchObject({
    severity: "broken",
    sentence: "clusters.prod: https://127.0.0.1:1 cannot be reached from here: nothing listens there",
  });
});

test("an endpoint that does not answer in time is broken, and nothing waits for it", async () => {
  const [found] = await look(() => undefined, { limit: () => AbortSignal.abort() });
  expect(found?.sentence).toMatch(/cannot be reached from here: it does not answer in time$/);
});

test("an address of EKS in the cluster's region is no foreign one", async () => {
  const at = (host: string) =>
    clusterEndpoints(clusters, deployedCluster(`https://${host}`), machine({ limit: () => AbortSignal.abort() }));
  expect(inShort(await at("ABC.gr7.eu-central-1.eks.amazonaws.com"))).toEqual(["broken endpoint-unreachable"]);
  expect(inShort(await at("ABC.gr7.us-east-1.eks.amazonaws.com"))).toContain("warning endpoint-foreign");
});

test("a cluster that is not deployed, or is behind a SOCKS proxy, is not looked at, with the reason", async () => {
  const lacking = { clusters: new Map([["prod", { reason: 'The stack "eks-prod" is not deployed' }]]) };
  expect(await clusterEndpoints(clusters, lacking, machine())).toMatchObject([
    {
      severity: "not-looked-at",
      sentence: 'clusters.prod: its endpoint is not known. The stack "eks-prod" is not deployed',
    },
  ]);
  const deployed = deployedCluster(undefined, undefined, "socks5://bastion.contoso.com:1080");
  const found = await clusterEndpoints(clusters, deployed, machine());
  expect(inShort(found)).toEqual(["not-looked-at endpoint"]);
});

test("the proxy of a cluster is used, and what it answers itself is not taken for the API server", async () => {
  const { port, url, ca } = await httpsServer(answering(401));
  const open: number[] = [];
  const proxy = await startProxy({ port: 0, target: 1, apiServerPorts: () => open });
  const through = () => clusterEndpoints(clusters, deployedCluster(url, base64(ca), proxy.url), machine());
  try {
    expect((await through())[0]?.sentence).toMatch(/cannot be reached from here: the proxy answered 502$/);
    open.push(port);
    expect(inShort(await through())[0]).toBe("fine endpoint");
    expect(proxy.tunnels).toHaveLength(1);
  } finally {
    await proxy.close();
  }
});

/** The same for a cluster that is not EKS. */
async function lookElsewhere(tlsServerName?: string, authority?: string) {
  const { url, ca } = await httpsServer(answering(401));
  const access = accessOf(withTenant("clusters: { dev: { kubernetes: { kubeconfig: config, context: dev } } }"));
  const named = tlsServerName === undefined ? {} : { tlsServerName };
  const outputs = { endpoint: url, certificateAuthority: base64(authority ?? ca), ...named };
  const deployed = { clusters: new Map([["dev", { outputs }]]) };
  return clusterEndpoints(presentClusters(access), deployed, machine());
}

test("an API server that is not of EKS is no foreign one", async () => {
  expect(inShort(await lookElsewhere())).toEqual(["fine endpoint", "fine clock"]);
});

test("its certificate is judged by the name and the authority of the kubeconfig", async () => {
  expect(inShort(await lookElsewhere("localhost"))).toEqual(["fine endpoint", "fine clock"]);
  expect(inShort(await lookElsewhere("other.contoso.com"))[0]).toBe("broken endpoint-untrusted");
  const { pem } = await CertificateAuthority.create("another");
  const [found] = await lookElsewhere(undefined, pem);
  expect(found).toMatchObject({
    severity: "broken",
    id: "endpoint-untrusted",
    sentence: expect.stringContaining("that the kubeconfig's certificate authority did not sign") as string,
  });
});

const openshift = "kubeconfig: config, context: dev, domain: apps.contoso.com, signIn";

test.each([
  ["kubernetes", "{ kubeconfig: config, context: dev }"],
  ["aks", "{ kubeconfig: config, context: dev }"],
  ["openshift", `{ ${openshift}: external }`],
  ["openshift", `{ ${openshift}: oauth }`],
])("what to do about a cluster of the kind %s names keys that it has, and not AWS", async (kind, entry) => {
  const clusters = presentClusters(accessOf(withTenant(`clusters: { dev: { ${kind}: ${entry} } }`)));
  const at = (endpoint: string, authority: string) => ({
    clusters: new Map([["dev", { outputs: { endpoint, certificateAuthority: base64(authority) } }]]),
  });
  const [missed] = await clusterEndpoints(clusters, at("https://127.0.0.1:1", "none"), machine());
  expect(missed).toMatchObject({
    id: "endpoint-unreachable",
    remedy: `Correct the context of the kubeconfig that ${kind}.kubeconfig names, or set ${kind}.proxyUrl`,
  });
  const { url, ca } = await httpsServer(answering(503));
  const [unready] = await clusterEndpoints(clusters, at(url, ca), machine());
  expect(unready).toMatchObject({ id: "endpoint-not-ready", remedy: "Wait, and look at the cluster's health" });
});
