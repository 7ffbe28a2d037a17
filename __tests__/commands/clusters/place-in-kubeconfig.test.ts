import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { placeInKubeconfig } from "../../../commands/clusters/place-in-kubeconfig";
import { NoAnswer } from "../../../config/no-answer";
import { deployed } from "../deployed";

const ca = deployed.authority("dev");
const server = "https://dev.contoso.com:6443";
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entra-eks-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const written = (cluster: object, more: object = {}) => {
  const config = {
    apiVersion: "v1",
    kind: "Config",
    "current-context": "other",
    clusters: [
      { name: "other", cluster: { server: "https://other.contoso.com" } },
      { name: "kind", cluster },
    ],
    contexts: [
      { name: "other", context: { cluster: "other", user: "admin" } },
      { name: "kind-dev", context: { cluster: "kind", user: "admin", namespace: "team-a" } },
    ],
    users: [{ name: "admin", user: { token: "t0p-secret", "client-key-data": "a2V5" } }],
    ...more,
  };
  writeFileSync(join(folder, "config"), stringify(config));
};
const place = (more: { context?: string; kubeconfig?: string; proxyUrl?: string } = {}) =>
  placeInKubeconfig({ kubeconfig: "config", context: "kind-dev", ...more }, folder, "dev");

/** The sentence with which it refuses, without the folder. */
function refusal(more: Parameters<typeof place>[0] = {}): string {
  try {
    place(more);
  } catch (error) {
    if (error instanceof NoAnswer) return error.message.replaceAll(`${folder}/`, "");
    throw error;
  }
  return "taken";
}

test("address and authority are those of the context, and nothing of its user", () => {
  written({ server, "certificate-authority-data": ca });
  expect(place()).toEqual({ endpoint: server, certificateAuthority: ca });
});

test("an authority in a file beside the kubeconfig is taken in, without what else the file holds", () => {
  const pem = Buffer.from(ca, "base64").toString();
  writeFileSync(join(folder, "ca.pem"), `-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n# dev\n${pem}`);
  written({ server, "certificate-authority": "ca.pem" });
  expect(place()).toEqual({ endpoint: server, certificateAuthority: ca });
});

test("a server whose authority every machine trusts needs none", () => {
  written({ server: `${server}/k8s/clusters/c-1` });
  expect(place()).toEqual({ endpoint: `${server}/k8s/clusters/c-1` });
});

test("the name in the certificate and the proxy go along; the proxy of the kubeconfig comes first", () => {
  const given = { server, "certificate-authority-data": ca, "tls-server-name": "kubernetes" };
  const proxyUrl = "http://proxy.contoso.com:3128";
  written(given);
  expect(place({ proxyUrl })).toMatchObject({ tlsServerName: "kubernetes", proxyUrl });
  written({ ...given, "proxy-url": "socks5://bastion.contoso.com:1080" });
  expect(place({ proxyUrl })).toMatchObject({ proxyUrl: "socks5://bastion.contoso.com:1080" });
});

test("a cluster whose certificate nobody checks is refused", () => {
  written({ server, "insecure-skip-tls-verify": true });
  expect(refusal()).toBe(
    'clusters.dev.kubernetes: config has insecure-skip-tls-verify in the cluster of context "kind-dev", so people\'s tokens would go to whoever answers; give the certificate authority instead',
  );
});

test.each([
  ["http://dev.contoso.com", ', got "http://dev.contoso.com"'],
  ["https://ada:pw@dev.contoso.com", ", without a user name or a password"],
  ["https://dev contoso", ', got "https://dev contoso"'],
])("the server %s is refused", (given, end) => {
  written({ server: given });
  expect(refusal()).toBe(
    `clusters.dev.kubernetes: config must have an https:// URL as the server of context "kind-dev"${end}`,
  );
});

test("a proxy with a password is refused without repeating it", () => {
  written({ server, "proxy-url": "http://ada:pw@proxy.contoso.com" });
  expect(refusal()).toBe(
    'clusters.dev.kubernetes: config has a proxy-url with a user name or a password in the cluster of context "kind-dev", and everybody\'s kubeconfig would contain it',
  );
});

test("an authority that is none is refused, and so is a file that is not there", () => {
  written({ server, "certificate-authority-data": "AAAA" });
  expect(refusal()).toContain('config has no certificate as the certificate authority of context "kind-dev"');
  written({ server, "certificate-authority": "ca.pem" });
  expect(refusal()).toContain("config names the certificate authority ca.pem, which is not there");
});

test("what is not in the kubeconfig is told in a sentence", () => {
  expect(refusal()).toBe("clusters.dev.kubernetes: config is not there");
  written({ server });
  expect(refusal({ context: "dev" })).toBe('clusters.dev.kubernetes: config has no context "dev"');
  written({ server }, { clusters: [] });
  expect(refusal()).toBe('clusters.dev.kubernetes: config has no cluster "kind"');
  written({ server: 1 });
  expect(refusal()).toContain('its cluster "kind" has something else than Kubernetes documents');
  writeFileSync(join(folder, "config"), "[1]");
  expect(refusal()).toContain("config is not a kubeconfig: it is not a map");
});

test("~/ is the home folder of whoever asks", () => {
  expect(refusal({ kubeconfig: "~/no/such" })).toBe(`clusters.dev.kubernetes: ${homedir()}/no/such is not there`);
});
