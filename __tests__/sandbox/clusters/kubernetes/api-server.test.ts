import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CertificateAuthority } from "../../../../sandbox/machine/certificates";
import {
  authenticationConfiguration,
  withoutIssuer,
} from "../../../../sandbox/clusters/eks/authentication-configuration";
import { ApiClient } from "../../../../sandbox/clusters/kubernetes/api-client";
import { ApiServer } from "../../../../sandbox/clusters/kubernetes/api-server";
import { findBinaries } from "../../../../sandbox/clusters/kubernetes/binaries";
import { startEtcd, type Etcd } from "../../../../sandbox/clusters/kubernetes/etcd";
import { Issuer } from "./issuer";

const binaries = findBinaries(process.env);

const isAlive = (pid: number | undefined) => {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
};

if ("missing" in binaries) {
  // Counted as skipped, with the reason in its name.
  test.skip(`a real API server: ${binaries.missing}`, () => {});
} else {
  describe("a real API server", () => {
    const { etcd: etcdBinary, kubeApiserver: binary } = binaries;
    const folder = mkdtempSync(join(tmpdir(), "api-server-"));
    const webhook = createServer((_, response) => {
      const review = { apiVersion: "authentication.k8s.io/v1", kind: "TokenReview", status: { authenticated: false } };
      response.setHeader("content-type", "application/json").end(JSON.stringify(review));
    });
    let authority: CertificateAuthority;
    let issuer: Issuer;
    let etcd: Etcd;
    let server: ApiServer;
    let administrator: ApiClient;

    beforeAll(async () => {
      webhook.listen(0, "127.0.0.1");
      authority = await CertificateAuthority.create("Contoso test");
      issuer = await Issuer.start(authority);
      etcd = await startEtcd({ binary: etcdBinary, folder });
      const { port } = webhook.address() as { port: number };
      const webhookUrl = `http://127.0.0.1:${port}/`;
      const props = { name: "prod-eks", port: 0, etcdUrl: etcd.url, folder, binary, authority, webhookUrl };
      server = await ApiServer.start(props);
      const client = await authority.issueClient({ commonName: "ada", organization: "system:masters" });
      administrator = new ApiClient(server.url, authority.pem, client);
    });

    afterAll(async () => {
      await server.stop();
      await etcd.stop();
      await issuer.stop();
      webhook.close();
      rmSync(folder, { recursive: true });
    });

    const oidc = () => ({
      identityProviderConfigName: "entra",
      issuerUrl: issuer.url,
      clientId: "kubectl",
      usernameClaim: "upn",
      usernamePrefix: "entra:",
      groupsClaim: "groups",
      groupsPrefix: "entra:",
    });
    const issuers = () => ({ issuerCa: authority.pem, discoveryUrl: () => undefined });
    const ada = () => issuer.token({ upn: "ada@contoso.com", groups: ["g1"] });

    test("keeps its files for itself", () => {
      expect(statSync(join(folder, "prod-eks")).mode & 0o777).toBe(0o700);
      expect(statSync(server.adminKubeconfig).mode & 0o777).toBe(0o600);
      expect(JSON.parse(readFileSync(server.adminKubeconfig, "utf8"))).toMatchObject({
        clusters: [{ cluster: { server: server.url } }],
      });
    });

    test("refuses every JWT before it has an issuer, and says why", async () => {
      const refused = { refused: expect.stringContaining("invalid bearer token") as string };
      expect(await server.whoAmI(await ada())).toEqual(refused);
      expect(await server.may(await ada(), { verb: "list", resource: "pods" })).toEqual(refused);
    });

    test("knows a person and the groups once it is configured, who may do nothing yet", async () => {
      await server.configure(authenticationConfiguration(oidc(), issuers()));
      expect(await server.whoAmI(await ada())).toEqual({
        name: "entra:ada@contoso.com",
        groups: ["entra:g1", "system:authenticated"],
      });
      expect(await server.may(await ada(), { verb: "list", resource: "pods", namespace: "team-a" })).toBe("no");
      const other = await issuer.token({ upn: "ada@contoso.com", aud: "other" });
      expect(await server.may(other, { verb: "list", resource: "pods" })).toEqual({
        refused: expect.stringContaining("audience") as string,
      });
    });

    test("lets a group do what its binding gives, once aggregated roles are filled", async () => {
      await server.createNamespace("team-a");
      await server.createNamespace("team-a");
      const binding = {
        apiVersion: "rbac.authorization.k8s.io/v1",
        kind: "RoleBinding",
        metadata: { name: "developers" },
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "edit" },
        subjects: [{ apiGroup: "rbac.authorization.k8s.io", kind: "Group", name: "entra:g1" }],
      };
      const path = "/apis/rbac.authorization.k8s.io/v1/namespaces/team-a/rolebindings";
      await administrator.json("POST", path, binding);
      const list = { verb: "list", resource: "pods", namespace: "team-a" };
      expect(await server.may(await ada(), list)).toBe("no");
      await server.fillAggregatedRoles();
      // The authorizer reads from a cache that lags a moment, longer on a busy machine.
      for (let times = 0; times < 600 && (await server.may(await ada(), list)) !== "yes"; times++) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      expect(await server.may(await ada(), list)).toBe("yes");
      expect(await server.may(await ada(), { verb: "get", resource: "pods/log", namespace: "team-a" })).toBe("yes");
      expect(await server.may(await ada(), { ...list, namespace: "team-b" })).toBe("no");
      expect(await server.may(await ada(), { ...list, resource: "roles", apiGroup: "rbac.authorization.k8s.io" })).toBe(
        "no",
      );
    });

    test("refuses the person again once it has no issuer any more", async () => {
      await server.configure(withoutIssuer);
      expect(await server.whoAmI(await ada())).toHaveProperty("refused");
    });

    test("waits for its answers until it is configured, however late it is by the clock", async () => {
      const token = await ada();
      const { now } = Date;
      let hours = 0;
      const clock = jest.spyOn(Date, "now").mockImplementation(() => now() + ++hours * 3_600_000);
      await server.configure(authenticationConfiguration(oidc(), issuers()));
      clock.mockRestore();
      expect(await server.whoAmI(token)).toHaveProperty("name", "entra:ada@contoso.com");
    });

    test("leaves no process behind", async () => {
      const pids = [server.pid, etcd.pid];
      expect(pids.map(isAlive)).toEqual([true, true]);
      await server.stop();
      await etcd.stop();
      expect(pids.map(isAlive)).toEqual([false, false]);
    });
  });
}
