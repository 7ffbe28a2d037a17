import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CertificateAuthority } from "../../machine/certificates";
import { ApiClient } from "./api-client";
import { ApiServer } from "./api-server";
import { findBinaries } from "./binaries";
import { builtInNames, builtInResources, builtInRoles } from "./built-in";
import { startEtcd } from "./etcd";

/**
 * Asks a fresh API server what is built in, and writes it beside the model that reads it, a rule or a group a line:
 * `node --import tsx sandbox/clusters/kubernetes/write-built-in.ts`
 */
async function writeBuiltIn(): Promise<void> {
  const binaries = findBinaries(process.env);
  if ("missing" in binaries) throw new Error(binaries.missing);
  const folder = mkdtempSync(join(tmpdir(), "built-in-"));
  const authority = await CertificateAuthority.create("built-in");
  const etcd = await startEtcd({ binary: binaries.etcd, folder });
  try {
    const rest = { port: 0, etcdUrl: etcd.url, folder, authority, webhookUrl: "http://127.0.0.1:9/" };
    const server = await ApiServer.start({ name: "built-in", binary: binaries.kubeApiserver, ...rest });
    await server.fillAggregatedRoles();
    const client = await authority.issueClient({ commonName: "reader", organization: "system:masters" });
    const administrator = new ApiClient(server.url, authority.pem, client);
    write("kubernetes-resources.json", await builtInResources(administrator), (group) => JSON.stringify(group));
    write("kubernetes-names.json", await builtInNames(administrator), (group) => JSON.stringify(group));
    write("kubernetes-roles.json", await builtInRoles(administrator), (rules) =>
      rules.length === 0 ? "[]" : `[\n${rules.map((rule) => `    ${JSON.stringify(rule)}`).join(",\n")}\n  ]`,
    );
    await server.stop();
  } finally {
    await etcd.stop();
    rmSync(folder, { recursive: true });
  }
}

function write<Entry>(file: string, entries: Readonly<Record<string, Entry>>, text: (entry: Entry) => string): void {
  const lines = Object.entries(entries).map(([name, entry]) => `  ${JSON.stringify(name)}: ${text(entry)}`);
  writeFileSync(join(__dirname, "..", "..", "..", "model", "rbac", file), `{\n${lines.join(",\n")}\n}\n`);
}

if (require.main === module) void writeBuiltIn();
