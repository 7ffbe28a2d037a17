import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeJwt } from "jose";
import { signInArguments, signInPlugin, type SignInWay } from "../../model/login/sign-in-arguments";
import { freePort } from "../../sandbox/machine/free-port";
import { accessOf, withTenant } from "../access-text";
import { runningEntra, type RunningEntra } from "../sandbox/login/running-entra";
import { clientId, sampleDirectory, tenantId } from "../sandbox/login/sample-directory";
import { missingPrograms } from "./kubectl";
import { realTest } from "./world";

const real = realTest(missingPrograms(signInPlugin, "curl"));

let folder: string;
let running: RunningEntra;
const start = async (isFallbackPublicClient = false) => {
  running = await runningEntra(sampleDirectory({ application: { isFallbackPublicClient } }));
  running.entra.signInAs("ada@contoso.com");
  folder = mkdtempSync(join(tmpdir(), "entra-eks-kubelogin-"));
  writeFileSync(join(folder, "ca.pem"), running.ca);
  mkdirSync(join(folder, "bin"));
  const browser = join(folder, "bin", "xdg-open");
  writeFileSync(browser, `#!/bin/sh\nexec ${browse} "$1"\n`);
  chmodSync(browser, 0o755);
};
afterEach(async () => {
  await running.entra.close();
  rmSync(folder, { recursive: true });
});
const browse = `curl -sL --cacert "$HOME/ca.pem" -o /dev/null`;

/** What kubelogin answers to what a kubeconfig runs it with: the claims of a token, or else what it says. */
async function signIn(
  issuer: "v1" | "v2",
  way: SignInWay = {},
  { visit = false, more = [] }: { readonly visit?: boolean; readonly more?: readonly string[] } = {},
) {
  const settings = accessOf(withTenant(`login: { issuer: ${issuer} }`)).login;
  const issuerUrl = `${running.entra.url}/${tenantId}${issuer === "v1" ? "/" : "/v2.0"}`;
  const port = await freePort();
  const asked = signInArguments({ issuerUrl, clientId, settings, ...way }).map((arg) =>
    arg.replace(/:8000$/, `:${port}`),
  );
  const listen = asked.some((arg) => arg.startsWith("--listen-address")) ? [] : [`--listen-address=127.0.0.1:${port}`];
  let unvisited = visit;
  const env = { HOME: folder, PATH: `${join(folder, "bin")}:${process.env["PATH"] ?? ""}` };
  const args = [...asked, ...listen, `--certificate-authority=${join(folder, "ca.pem")}`, ...more];
  return new Promise<{ claims: Record<string, unknown> | undefined; said: string }>((resolve, reject) => {
    const child = spawn(signInPlugin, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    let [out, said] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const [, address] = /visit the following URL in your browser: (\S+)\s/.exec(said) ?? [];
      if (unvisited && address !== undefined) {
        unvisited = false;
        spawn("sh", ["-c", `${browse} ${address}`], { env, stdio: "ignore" });
      }
    });
    child.on("error", reject);
    child.on("close", () => {
      const { token } = (out === "" ? {} : (JSON.parse(out) as { status: { token: string } }).status) as {
        token?: string;
      };
      resolve({ claims: token === undefined ? undefined : decodeJwt(token), said });
    });
  });
}

const browsers = () => running.entra.log.filter(({ path }) => path.includes("/authorize")).length;

/** Lets an hour go by for the token on disk. kubelogin believes what it has written. */
function expire(): void {
  const cache = join(folder, ".kube", "cache", "oidc-login");
  for (const name of readdirSync(cache).filter((file) => !file.endsWith(".lock"))) {
    const text = readFileSync(join(cache, name), "utf8");
    const old = text.replace(/"(ey[\w-]*)\.([\w-]+)\.([\w-]*)"/, (_, head: string, payload: string, tail: string) => {
      const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as object;
      const expired = Buffer.from(JSON.stringify({ ...claims, exp: 1_700_000_000 })).toString("base64url");
      return `"${head}.${expired}.${tail}"`;
    });
    expect(old).not.toBe(text);
    writeFileSync(join(cache, name), old);
  }
}

real("on v2 a browser opens once: then the cache answers, and after expiry a refresh does", async () => {
  await start();
  expect((await signIn("v2")).claims).toMatchObject({ oid: "id-ada" });
  expect((await signIn("v2")).claims).toMatchObject({ oid: "id-ada" });
  expire();
  running.entra.signInAs(undefined);
  const { claims } = await signIn("v2");
  expect(claims?.["exp"]).toBeGreaterThan(Date.now() / 1000);
  expect(browsers()).toBe(1);
});

real(
  "on v1 a browser opens again after expiry, since the refreshed token is not signed, which kubelogin tells with -v1",
  async () => {
    await start();
    expect((await signIn("v1")).claims).toMatchObject({ oid: "id-ada" });
    expect((await signIn("v1")).claims).toMatchObject({ oid: "id-ada" });
    expect(browsers()).toBe(1);
    expire();
    const { claims, said } = await signIn("v1", {}, { more: ["-v1"] });
    expect({ claims, said }).toMatchObject({ claims: { oid: "id-ada" } });
    expect(said).toContain("could not refresh");
    expect(browsers()).toBe(2);
  },
);

real("device code is refused with the number that the message of kubeconfig names", async () => {
  await start(false);
  const { claims, said } = await signIn("v2", { deviceCode: true, headless: true });
  expect(claims).toBeUndefined();
  expect(said).toContain("AADSTS7000218");
});

real("device code signs in where it is allowed, opens no browser here, and is refreshed without one", async () => {
  await start(true);
  const { claims, said } = await signIn("v2", { deviceCode: true, headless: true });
  expect(claims).toMatchObject({ oid: "id-ada" });
  expect(said).toMatch(/enter the following code when asked in your browser: \w+/);
  expect(said).toContain("https://microsoft.com/devicelogin");
  expire();
  running.entra.signInAs(undefined);
  expect((await signIn("v2", { deviceCode: true, headless: true })).claims).toMatchObject({ oid: "id-ada" });
  expect(browsers()).toBe(0);
});

real("v1 gives device codes that kubelogin cannot read, so the access file refuses the two together", async () => {
  await start(true);
  const { claims, said } = await signIn("v1", { deviceCode: true, headless: true });
  expect(claims).toBeUndefined();
  expect(said).toContain("cannot unmarshal string into Go struct field AuthorizationResponse.expires_in of type int");
});

real("without a browser here, the address that is printed signs in through the forwarded port", async () => {
  await start();
  expect((await signIn("v2", { headless: true }, { visit: true })).claims).toMatchObject({ oid: "id-ada" });
});

real("without a cache a browser opens each time, and nothing is on disk", async () => {
  await start();
  await signIn("v2", { tokenCache: "none" });
  await signIn("v2", { tokenCache: "none" });
  expect(browsers()).toBe(2);
  expect(readdirSync(folder).sort()).toEqual(["bin", "ca.pem"]);
});
