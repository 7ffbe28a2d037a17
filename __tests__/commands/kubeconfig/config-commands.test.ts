import { configCommands } from "../../../commands/kubeconfig/config-commands";
import { deployed } from "../deployed";
import { among, user } from "./sample-kubeconfig";

test("a line sets each part, and the current context only where there is none", () => {
  expect(configCommands(among(["prod"], {}, { proxyUrl: "http://proxy.contoso.com:3128" }))).toEqual([
    "kubectl config set-cluster prod-entra --server=https://prod.example --proxy-url=http://proxy.contoso.com:3128",
    `kubectl config set clusters.prod-entra.certificate-authority-data ${deployed.authority("prod")}`,
    `kubectl config set-credentials ${user} --exec-api-version=client.authentication.k8s.io/v1 --exec-command=kubectl-oidc_login --exec-interactive-mode=Never --exec-arg=get-token --exec-arg=--oidc-issuer-url=${deployed.issuer} --exec-arg=--oidc-client-id=${deployed.clientId} --exec-arg=--oidc-pkce-method=S256 --exec-arg=--oidc-extra-scope=profile --exec-arg=--oidc-extra-scope=offline_access`,
    `kubectl config set-context prod-entra --cluster=prod-entra --user=${user}`,
    "kubectl config current-context >/dev/null 2>&1 || kubectl config use-context prod-entra",
  ]);
});

test("what a shell or kubectl would take apart is quoted for both", () => {
  const config = among();
  const [entry] = config.users;
  const exec = { ...entry!.user.exec, args: [`--a=it's "x", $HOME`] };
  const [, , credentials] = configCommands({ ...config, users: [{ name: entry!.name, user: { exec } }] });
  expect(credentials).toContain(`'--exec-arg="--a=it'\\''s ""x"", $HOME"'`);
});

test("a cluster whose authority every machine trusts gets no line for it, and a name of its own in the certificate is set", () => {
  const config = among();
  const elsewhere = { name: "dev", cluster: { server: "https://dev.example", "tls-server-name": "kubernetes" } };
  expect(configCommands({ ...config, clusters: [elsewhere] }).filter((line) => line.includes("clust"))).toEqual([
    "kubectl config set-cluster dev --server=https://dev.example --tls-server-name=kubernetes",
    expect.stringContaining("set-context") as string,
  ]);
});
