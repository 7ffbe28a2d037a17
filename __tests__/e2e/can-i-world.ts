import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Access } from "../../config/schema/access";
import { clusterAuthenticator } from "../../model/authentication/cluster-authenticator";
import { bindingName, bindingsOf } from "../../model/rbac/binding";
import { ownRolesOf } from "../../model/rbac/own-role";
import { ApiClient } from "../../sandbox/clusters/kubernetes/api-client";
import { ApiServer } from "../../sandbox/clusters/kubernetes/api-server";
import type { Binaries } from "../../sandbox/clusters/kubernetes/binaries";
import { startEtcd } from "../../sandbox/clusters/kubernetes/etcd";
import { CertificateAuthority } from "../../sandbox/machine/certificates";
import { tokenOf, validDraft } from "../tokens/draft";
import { membersOf } from "../tokens/json-text";
import { SigningKeys } from "../tokens/signing-keys";
import { rbac } from "./attack-objects";
import { startIssuers } from "./issuer-alone";

/** A real API server that has the bindings of an access file's cluster `prod` and takes tokens of an issuer. */
export interface CanIWorld {
  readonly url: string;
  /** PEM. */
  readonly authority: string;
  readonly administrator: ApiClient;
  readonly tokenOf: (person: string) => string;
  readonly stop: () => Promise<void>;
}

/** Object ID of a group, by its key's place in the file. */
const objectId = (access: Access, key: string) =>
  `0d4c1a52-7d5e-4b7e-8c0a-${String(Object.keys(access.groups).indexOf(key)).padStart(12, "0")}`;

/** The groups of a person as Entra has them: every group that a member is in, and so on. */
export function groupsInEntra({ groups }: Access, person: string): string[] {
  const entries = Object.entries(groups);
  let found = entries.filter(([, { members }]) => members.includes(person)).map(([key]) => key);
  for (;;) {
    const more = entries.filter(
      ([key, group]) => found.includes(key) || group.groups.some((one) => found.includes(one)),
    );
    if (more.length === found.length) return found;
    found = more.map(([key]) => key);
  }
}

/** Starts it. */
export async function startCanIWorld(
  access: Access,
  { etcd: etcdBinary, kubeApiserver }: Binaries,
): Promise<CanIWorld> {
  const folder = mkdtempSync(join(tmpdir(), "can-i-"));
  const authority = await CertificateAuthority.create("Contoso test");
  const keys = new SigningKeys();
  const issuers = await startIssuers(authority, keys.published, () => false);
  const etcd = await startEtcd({ binary: etcdBinary, folder });
  const rest = { port: 0, etcdUrl: etcd.url, folder, authority, webhookUrl: "http://127.0.0.1:9/" };
  const server = await ApiServer.start({ name: "prod", binary: kubeApiserver, ...rest });
  await server.fillAggregatedRoles();
  const client = await authority.issueClient({ commonName: "operator", organization: "system:masters" });
  const administrator = new ApiClient(server.url, authority.pem, client);
  await bind(access, administrator);
  const url = `${issuers.url}/v2.0`;
  const authenticator = { ...clusterAuthenticator(access, undefined, "kubectl"), issuerUrl: url };
  const none = { prefix: "" };
  await server.configure({
    apiVersion: "apiserver.config.k8s.io/v1",
    kind: "AuthenticationConfiguration",
    jwt: [
      {
        issuer: { url, audiences: ["kubectl"], certificateAuthority: authority.pem },
        claimMappings: { username: { claim: "upn", ...none }, groups: { claim: "groups", ...none } },
      },
    ],
  });
  const world = { authenticator, keys, now: Math.floor(Date.now() / 1000) };
  return {
    url: server.url,
    authority: authority.pem,
    administrator,
    tokenOf: (person) => {
      const draft = validDraft({ ...world, id: person });
      const groups = groupsInEntra(access, person).map((key) => objectId(access, key));
      const claims = draft.claims.filter(([name]) => name !== "upn" && name !== "groups");
      return tokenOf({ ...draft, claims: [...claims, ...membersOf({ upn: person, groups })] });
    },
    stop: async () => {
      await server.stop();
      await etcd.stop();
      await issuers.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What the stack rbac-prod makes. */
async function bind(access: Access, administrator: ApiClient): Promise<void> {
  const cluster = access.clusters["prod"];
  if (cluster === undefined) throw new Error("prod");
  const below = (namespace: string | undefined) => (namespace === undefined ? "" : `/namespaces/${namespace}`);
  const post = (path: string, body: object) => administrator.json("POST", path, body);
  const namespaces = new Set(bindingsOf(cluster).flatMap(({ namespace }) => namespace ?? []));
  for (const name of namespaces) await post("/api/v1/namespaces", { metadata: { name } }).catch(() => undefined);
  for (const { kind, name, rules, namespace } of ownRolesOf(access, cluster)) {
    await post(`${rbac}${below(namespace)}/${kind.toLowerCase()}s`, { metadata: { name }, rules });
  }
  for (const binding of bindingsOf(cluster)) {
    const { group, role, namespace } = binding;
    const subject = { apiGroup: "rbac.authorization.k8s.io", kind: "Group", name: objectId(access, group) };
    await post(`${rbac}${below(namespace)}/${namespace === undefined ? "cluster" : ""}rolebindings`, {
      metadata: { name: bindingName(binding) },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", ...role },
      subjects: [subject],
    });
  }
}
