import { parse } from "yaml";
import { inFormat } from "../../../commands/authentication/in-format";
import type { ApiServerFormat } from "../../../commands/authentication/formats";

const authenticators = [
  {
    issuerUrl: "https://login.contoso.com/v2.0",
    clientId: "kubectl",
    usernameClaim: "upn",
    usernamePrefix: "entra:",
    groupsClaim: "groups",
    groupsPrefix: "entra:",
    requiredClaims: {},
  },
];
const printedAs = (format: ApiServerFormat, minor: number) =>
  parse(inFormat({ authenticators, kubernetes: { major: 1, minor } }, format).text) as unknown;

const path = "/etc/kubernetes/entra-eks/authentication.yaml";
const argument = { name: "authentication-config", value: path };
/** HostPathMount in cmd/kubeadm/app/apis/kubeadm/v1beta3 and v1beta4 of k8s.io/kubernetes. */
const volume = {
  name: "entra-eks",
  hostPath: "/etc/kubernetes/entra-eks",
  mountPath: "/etc/kubernetes/entra-eks",
  readOnly: true,
  pathType: "Directory",
};

test("kubeadm gets a list of arguments from v1beta4 on, a map before, and the folder of the file as a volume", () => {
  const kubeadm = (version: string, extraArgs: unknown) => ({
    apiVersion: `kubeadm.k8s.io/${version}`,
    kind: "ClusterConfiguration",
    apiServer: { extraArgs, extraVolumes: [volume] },
  });
  expect(printedAs("kubeadm", 34)).toEqual(kubeadm("v1beta4", [argument]));
  expect(printedAs("kubeadm", 31)).toEqual(kubeadm("v1beta4", [argument]));
  expect(printedAs("kubeadm", 30)).toEqual(kubeadm("v1beta3", { "authentication-config": path }));
  expect(printedAs("kubeadm", 29)).toMatchObject({
    apiServer: { extraArgs: { "oidc-client-id": "kubectl", "oidc-username-prefix": "entra:" } },
  });
  expect(printedAs("kubeadm", 29)).not.toHaveProperty("apiServer.extraVolumes");
});

/** What pkg/cluster/internal/kubeadm/config.go of sigs.k8s.io/kind has written before it patches: v1beta4 from Kubernetes 1.36 on. */
const written = {
  v1beta3: { apiServer: { certSANs: ["localhost"], extraArgs: { "runtime-config": "" } } },
  v1beta4: { apiServer: { certSANs: ["localhost"], extraArgs: [{ name: "runtime-config", value: "" }] } },
};

interface KindCluster {
  readonly nodes: unknown;
  readonly kubeadmConfigPatchesJSON6902: readonly {
    readonly group: string;
    readonly version: keyof typeof written;
    readonly kind: string;
    readonly patch: string;
  }[];
}

/** As much of RFC 6902 as the patches need: `add` to a map, or to the end of a list. */
function patched(document: unknown, patch: string): unknown {
  const result = structuredClone(document);
  for (const { op, path: at, value } of parse(patch) as { op: string; path: string; value: unknown }[]) {
    expect(op).toBe("add");
    const keys = at.slice(1).split("/");
    const last = keys.pop() ?? "";
    const parent = keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], result);
    if (last === "-") (parent as unknown[]).push(value);
    else (parent as Record<string, unknown>)[last] = value;
  }
  return result;
}

test("kind gets a patch for each version of kubeadm's file, which adds to the arguments of kind, and the file in the node", () => {
  const { nodes, kubeadmConfigPatchesJSON6902: patches, ...rest } = printedAs("kind", 34) as KindCluster;
  expect(rest).toEqual({ apiVersion: "kind.x-k8s.io/v1alpha4", kind: "Cluster" });
  expect(nodes).toEqual([
    {
      role: "control-plane",
      extraMounts: [{ hostPath: "./authentication.yaml", containerPath: path, readOnly: true }],
    },
  ]);
  expect(patches.map(({ group, version, kind }) => [group, version, kind])).toEqual([
    ["kubeadm.k8s.io", "v1beta3", "ClusterConfiguration"],
    ["kubeadm.k8s.io", "v1beta4", "ClusterConfiguration"],
  ]);
  const [older, newer] = patches.map(({ version, patch }) => patched(written[version], patch));
  const certSANs = ["localhost"];
  expect(older).toEqual({
    apiServer: {
      certSANs,
      extraArgs: { "runtime-config": "", "authentication-config": path },
      extraVolumes: [volume],
    },
  });
  expect(newer).toEqual({
    apiServer: { certSANs, extraArgs: [{ name: "runtime-config", value: "" }, argument], extraVolumes: [volume] },
  });
});

test("before 1.30 kind and k3s carry the flags themselves, and no file", () => {
  const { nodes, kubeadmConfigPatchesJSON6902: patches } = printedAs("kind", 29) as KindCluster;
  expect(nodes).toEqual([{ role: "control-plane" }]);
  expect(patches.map(({ version, patch }) => patched(written[version], patch))).toMatchObject([
    { apiServer: { extraArgs: { "runtime-config": "", "oidc-client-id": "kubectl" } } },
    {
      apiServer: {
        extraArgs: [{ name: "runtime-config" }, { name: "oidc-issuer-url" }, { value: "kubectl" }, {}, {}, {}, {}],
      },
    },
  ]);
  expect(printedAs("k3s", 29)).toMatchObject({
    "kube-apiserver-arg": [
      "oidc-issuer-url=https://login.contoso.com/v2.0",
      "oidc-client-id=kubectl",
      {},
      {},
      {},
      {},
    ].map((one) => (typeof one === "string" ? one : (expect.stringMatching(/^oidc-/) as string))),
  });
});

test("k3s reads the file on its own machine", () => {
  expect(printedAs("k3s", 34)).toEqual({
    "kube-apiserver-arg": ["authentication-config=/etc/rancher/k3s/authentication.yaml"],
  });
});

test("what has to be saved first stands above each file that names it, and nowhere else", () => {
  const first = (format: ApiServerFormat, minor: number) =>
    inFormat({ authenticators, kubernetes: { major: 1, minor } }, format).text.split("\n")[0];
  const told = "# First save what --format authentication-config prints as";
  expect(first("kind", 34)).toBe(`${told} ./authentication.yaml in the folder where you run kind`);
  expect(first("kubeadm", 34)).toBe(`${told} ${path} on each control-plane node`);
  expect(first("k3s", 34)).toBe(`${told} /etc/rancher/k3s/authentication.yaml on each server`);
  for (const format of ["kind", "kubeadm", "k3s"] as const) expect(first(format, 29)).not.toMatch(/First save/);
});
