import type { Access } from "../../config/schema/access";
import { ofKind } from "../../model/clusters/of-kind";
import { profileCredentials, profilesOf } from "./aws-configuration";
import type { CertificateAuthority } from "../machine/certificates";
import type { Closers } from "../machine/closers";
import { startEks, type EksServer } from "./eks/server";
import { ApiServer } from "./kubernetes/api-server";
import type { Binaries } from "./kubernetes/binaries";
import { startEtcd } from "./kubernetes/etcd";
import { freePort } from "../machine/free-port";
import { namespacesOf } from "../users/seed";

/** Credentials that the emulated AWS knows, beside those of profiles. */
export const awsCredentials = { accessKeyId: "AKIASANDBOXSANDBOX00", secretAccessKey: "only-for-the-sandbox" } as const;

export interface ClustersProps {
  readonly access: Access;
  readonly folder: string;
  readonly authority: CertificateAuthority;
  readonly binaries: Binaries | undefined;
  readonly discoveryUrl: (issuer: string) => string | undefined;
  readonly associateMs: number;
}

/** The emulated EKS, and the real API server of each cluster by its key; none without the binaries. */
export interface Clusters {
  readonly eks: EksServer;
  readonly apiServers: ReadonlyMap<string, ApiServer>;
}

/** Starts the clusters of an access file, with the namespaces that its grants name. */
export async function startClusters(props: ClustersProps, closers: Closers): Promise<Clusters> {
  const { access, authority, binaries } = props;
  const apiServers = new Map<string, ApiServer>();
  const clusters = await Promise.all(
    Object.entries(access.clusters).map(async ([key, cluster]) => {
      const eks = ofKind(cluster, "eks")?.eks;
      // No cluster of EKS has a dot in its name.
      return { key, eks, name: eks?.name ?? `${key}.kubernetes`, port: await freePort() };
    }),
  );
  const eks = await startEks({
    port: 0,
    credentials: [awsCredentials, ...profilesOf(access).map(profileCredentials)],
    issuerCa: authority.pem,
    discoveryUrl: props.discoveryUrl,
    associateMs: props.associateMs,
    disassociateMs: props.associateMs,
    clusters: clusters.flatMap(({ key, eks: ofEks, port }) =>
      ofEks === undefined
        ? []
        : {
            name: ofEks.name,
            region: ofEks.region,
            endpoint: `https://127.0.0.1:${String(port)}`,
            certificateAuthority: authority.pem,
            configure: async (configuration) => apiServers.get(key)?.configure(configuration),
          },
    ),
  });
  closers.add(eks, (server) => server.close());
  if (binaries === undefined) return { eks, apiServers };
  const etcd = closers.add(await startEtcd({ binary: binaries.etcd, folder: props.folder }), (server) => server.stop());
  const start = async ({ key, eks: ofEks, name, port }: (typeof clusters)[number]) => {
    const server = await ApiServer.start({
      name,
      port,
      etcdUrl: etcd.url,
      folder: props.folder,
      binary: binaries.kubeApiserver,
      authority,
      ...(ofEks === undefined ? {} : { webhookUrl: `${eks.url}/webhook/${name}` }),
    });
    closers.add(server, (started) => started.stop());
    apiServers.set(key, server);
    await server.fillAggregatedRoles();
    for (const namespace of namespacesOf(access, key)) await server.createNamespace(namespace);
  };
  const starts = clusters.map(start);
  // All of them end before one's failure is told: none may come up behind its back.
  await Promise.all(starts).finally(() => Promise.allSettled(starts));
  return { eks, apiServers };
}
