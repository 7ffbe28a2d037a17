import { createServer, type Server } from "node:https";
import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { CertificateAuthority } from "../../../sandbox/machine/certificates";
import { microsoftHosts, startProxy } from "../../../sandbox/login/proxy";
import { folderWith } from "./machine";
import { join } from "node:path";

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A server on loopback whose certificate names it and Microsoft's hosts. */
export async function httpsServer(answer: RequestListener) {
  const authority = await CertificateAuthority.create("test");
  const { cert, key } = await authority.issueServer(["127.0.0.1", "localhost", ...microsoftHosts]);
  const server: Server = createServer({ cert, key }, answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { port, url: `https://127.0.0.1:${String(port)}`, ca: authority.pem };
}

/** The variables by which Microsoft's hosts lead to a server on loopback; the proxy's is the process's too. */
export async function leadingTo(port: number, ca: string): Promise<NodeJS.ProcessEnv> {
  const proxy = await startProxy({ port: 0, target: port, apiServerPorts: () => [] });
  // In both spellings: whoever runs the tests may have the other.
  const variables = ["HTTPS_PROXY", "https_proxy"].map((name) => [name, process.env[name]] as const);
  for (const [name] of variables) process.env[name] = proxy.url;
  closers.push(() => {
    for (const [name, value] of variables) restore(name, value);
    return proxy.close();
  });
  return { SSL_CERT_FILE: join(folderWith({ "ca.pem": ca }), "ca.pem") };
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) Reflect.deleteProperty(process.env, name);
  else process.env[name] = value;
}
