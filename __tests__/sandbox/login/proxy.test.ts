import { connect, type Socket } from "node:net";
import { once } from "node:events";
import { connect as connectTls } from "node:tls";
import { startProxy, type Proxy } from "../../../sandbox/login/proxy";
import { runningEntra, send, type RunningEntra } from "./running-entra";
import { realV2, sampleDirectory } from "./sample-directory";

let running: RunningEntra;
let proxy: Proxy;
beforeAll(async () => {
  running = await runningEntra(sampleDirectory());
  proxy = await startProxy({ port: 0, target: running.entra.port, apiServerPorts: () => [running.entra.port] });
});
afterAll(async () => {
  await proxy.close();
  await running.entra.close();
});

async function tunnelTo(target: string): Promise<{ readonly socket: Socket; readonly status: string }> {
  const socket = connect(proxy.port, "127.0.0.1");
  socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`);
  const [answer] = (await once(socket, "data")) as [Buffer];
  return { socket, status: answer.toString().split("\r\n")[0] ?? "" };
}

test("the real issuer is reached through the proxy, by its real URL", async () => {
  const { socket, status } = await tunnelTo("login.microsoftonline.com:443");
  expect(status).toBe("HTTP/1.1 200 Connection Established");
  const secure = connectTls({ socket, ca: running.ca, servername: "login.microsoftonline.com" });
  const { body } = await send(`${realV2}/.well-known/openid-configuration`, running.ca, { socket: secure });
  expect(JSON.parse(body)).toMatchObject({
    issuer: realV2,
    token_endpoint: realV2.replace("/v2.0", "/oauth2/v2.0/token"),
  });
  secure.destroy();
});

test.each([
  "fabrikam.com:443",
  "login.microsoftonline.com:80",
  "169.254.169.254:80",
  "127.0.0.1:22",
  "graph.microsoft.com.fabrikam.com:443",
])("the proxy refuses %s", async (target) => {
  const { socket, status } = await tunnelTo(target);
  expect(status).toBe("HTTP/1.1 502 Bad Gateway");
  socket.destroy();
});

test("an API server is reached at its port on loopback only, and the proxy remembers that", async () => {
  const port = String(running.entra.port);
  const before = proxy.tunnels.length;
  for (const [target, status] of [
    [`127.0.0.1:${port}`, "HTTP/1.1 200 Connection Established"],
    [`fabrikam.com:${port}`, "HTTP/1.1 502 Bad Gateway"],
  ] as const) {
    const tunnel = await tunnelTo(target);
    expect(tunnel.status).toBe(status);
    tunnel.socket.destroy();
  }
  expect(proxy.tunnels.slice(before)).toEqual([`127.0.0.1:${port}`]);
});

test("the proxy refuses plain HTTP", async () => {
  const socket = connect(proxy.port, "127.0.0.1");
  socket.write("GET http://fabrikam.com/ HTTP/1.1\r\nHost: fabrikam.com\r\n\r\n");
  const [answer] = (await once(socket, "data")) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 502 /);
  socket.destroy();
});
