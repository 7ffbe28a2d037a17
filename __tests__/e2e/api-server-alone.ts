import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CertificateAuthority } from "../../sandbox/machine/certificates";
import { ApiClient } from "../../sandbox/clusters/kubernetes/api-client";
import { ApiServer } from "../../sandbox/clusters/kubernetes/api-server";
import type { Binaries } from "../../sandbox/clusters/kubernetes/binaries";
import { startEtcd } from "../../sandbox/clusters/kubernetes/etcd";

/** A real API server without anything around it, and clients of it. */
export interface ApiServerAlone {
  readonly administrator: ApiClient;
  /** Somebody who is in this group and has nothing else. */
  readonly memberOf: (group: string) => Promise<ApiClient>;
  readonly holderOf: (token: string) => ApiClient;
  readonly stop: () => Promise<void>;
}

/** Starts it with its aggregated roles filled. */
export async function startAlone({ etcd: etcdBinary, kubeApiserver }: Binaries): Promise<ApiServerAlone> {
  const folder = mkdtempSync(join(tmpdir(), "api-server-alone-"));
  const authority = await CertificateAuthority.create("Contoso test");
  const etcd = await startEtcd({ binary: etcdBinary, folder });
  const rest = { port: 0, etcdUrl: etcd.url, folder, authority, webhookUrl: "http://127.0.0.1:9/" };
  const server = await ApiServer.start({ name: "alone", binary: kubeApiserver, ...rest });
  await server.fillAggregatedRoles();
  const as = async (commonName: string, organization: string) =>
    new ApiClient(server.url, authority.pem, await authority.issueClient({ commonName, organization }));
  return {
    administrator: await as("ada", "system:masters"),
    memberOf: (group) => as("mallory", group),
    holderOf: (token) => new ApiClient(server.url, authority.pem, { token }),
    stop: async () => {
      await server.stop();
      await etcd.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
