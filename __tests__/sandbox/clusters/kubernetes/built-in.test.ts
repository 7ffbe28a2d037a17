import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtInResources as knownResources } from "../../../../model/rbac/built-in-resources";
import { builtInNames as knownNames } from "../../../../model/rbac/named-resource";
import { builtInRoles as knownRoles, builtInRules } from "../../../../model/rbac/built-in-roles";
import { CertificateAuthority } from "../../../../sandbox/machine/certificates";
import { ApiClient } from "../../../../sandbox/clusters/kubernetes/api-client";
import { ApiServer } from "../../../../sandbox/clusters/kubernetes/api-server";
import { findBinaries } from "../../../../sandbox/clusters/kubernetes/binaries";
import { builtInNames, builtInResources, builtInRoles } from "../../../../sandbox/clusters/kubernetes/built-in";
import { startEtcd, type Etcd } from "../../../../sandbox/clusters/kubernetes/etcd";

const binaries = findBinaries(process.env);

if ("missing" in binaries) {
  // Counted as skipped, with the reason in its name.
  test.skip(`a fresh API server: ${binaries.missing}`, () => {});
} else {
  describe("a fresh API server (if it differs, run sandbox/clusters/kubernetes/write-built-in.ts)", () => {
    const folder = mkdtempSync(join(tmpdir(), "built-in-"));
    let etcd: Etcd;
    let server: ApiServer;
    let administrator: ApiClient;

    beforeAll(async () => {
      const authority = await CertificateAuthority.create("Contoso test");
      etcd = await startEtcd({ binary: binaries.etcd, folder });
      const rest = { port: 0, etcdUrl: etcd.url, folder, authority, webhookUrl: "http://127.0.0.1:9/" };
      server = await ApiServer.start({ name: "fresh", binary: binaries.kubeApiserver, ...rest });
      const client = await authority.issueClient({ commonName: "ada", organization: "system:masters" });
      administrator = new ApiClient(server.url, authority.pem, client);
    });

    afterAll(async () => {
      await server.stop();
      await etcd.stop();
      rmSync(folder, { recursive: true });
    });

    test("has the ClusterRoles that the model knows, with these rules", async () => {
      await server.fillAggregatedRoles();
      const known = Object.fromEntries(knownRoles.map((name) => [name, builtInRules(name)]));
      expect(await builtInRoles(administrator)).toEqual(known);
    });

    test("serves the resources that the model knows, and no other", async () => {
      expect(await builtInResources(administrator)).toEqual(knownResources);
    });

    test("calls them by the names that the model knows", async () => {
      expect(await builtInNames(administrator)).toEqual(knownNames);
    });
  });
}
