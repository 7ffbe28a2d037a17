import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportSPKI, generateKeyPair, SignJWT, type KeyLike } from "jose";
import { environments } from "../../sandbox/terraform/rehearsal";
import { seedOf } from "../../sandbox/users/seed";
import { accessOf, withTenant } from "../access-text";
import { missingPrograms } from "./kubectl";
import { byHand, unbroken } from "./stack-by-hand";
import { missingParts, realTest, startWorld, type World } from "./world";

/** The plan of `people` asks Graph through azuread (is the name taken?) and through msgraph (who is ada?). */
const access = accessOf(withTenant("groups: { devs: { members: [ada@contoso.com] } }"));
const issuer = "https://token.actions.githubusercontent.com";
const subject = "repo:contoso/access:ref:refs/heads/main";
const missing = [...missingParts(), ...missingPrograms("openssl")];
const real = realTest(missing);

const folder = mkdtempSync(join(tmpdir(), "entra-eks-identity-"));
const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];

let world: World;
let elsewhere: KeyLike;
beforeAll(async () => {
  if (missing.length > 0) return;
  openssl(
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-subj",
    "/CN=terraform",
    "-keyout",
    key,
    "-out",
    certificate,
  );
  const keys = await generateKeyPair("RS256");
  elsewhere = keys.privateKey;
  const deployer = {
    ...seedOf(access).deployer,
    certificate: readFileSync(certificate, "utf8"),
    federated: { issuer, subject, publicKey: await exportSPKI(keys.publicKey) },
  };
  world = await startWorld(access, { deployer });
  await world.deployment();
});
afterAll(async () => {
  if (missing.length === 0) await world.end();
  rmSync(folder, { recursive: true });
});

function openssl(...args: readonly string[]): void {
  const { status, stderr } = spawnSync("openssl", args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

/** A PKCS #12 file with the certificate and its key. */
function bundle(name: string, ...how: readonly string[]): string {
  const file = join(folder, name);
  openssl("pkcs12", "-export", "-inkey", key, "-in", certificate, "-passout", "pass:only-a-test", ...how, "-out", file);
  return file;
}

/** A plan of `people` by somebody who has no secret. */
function plan(more: NodeJS.ProcessEnv) {
  const { run } = environments(world.sandbox, process.env);
  return byHand(world, "people", ["plan", "-input=false"], { env: { ...run, ARM_CLIENT_SECRET: undefined, ...more } });
}

const identityToken = (claims: Readonly<Record<string, string>>) =>
  new SignJWT({ iss: issuer, sub: subject, aud: "api://AzureADTokenExchange", ...claims })
    .setProtectedHeader({ alg: "RS256" })
    .setExpirationTime("5m")
    .sign(elsewhere);

real("without any credential there is no plan", async () => {
  expect(await plan({})).toMatchObject({ status: 1 });
});

real("a certificate: azuread and msgraph both sign in with one PKCS #12 file", async () => {
  const old = ["-certpbe", "PBE-SHA1-3DES", "-keypbe", "PBE-SHA1-3DES", "-macalg", "sha1"];
  const file = bundle("old.pfx", ...old);
  const run = await plan({ ARM_CLIENT_CERTIFICATE_PATH: file, ARM_CLIENT_CERTIFICATE_PASSWORD: "only-a-test" });
  expect(run.output).toContain("1 to add");
});

real("a certificate as OpenSSL 3 writes it by itself is nothing that msgraph reads", async () => {
  const file = bundle("new.pfx");
  const run = await plan({ ARM_CLIENT_CERTIFICATE_PATH: file, ARM_CLIENT_CERTIFICATE_PASSWORD: "only-a-test" });
  expect(run.status).toBe(1);
  expect(unbroken(run.output)).toMatch(/in provider\.msgraph.*no credentials were successfully initialized/);
  expect(unbroken(run.output)).not.toContain("provider.azuread");
});

real("OIDC: both exchange a token that the application trusts, and no other", async () => {
  const run = await plan({ ARM_USE_OIDC: "true", ARM_OIDC_TOKEN: await identityToken({}) });
  expect(run.output).toContain("1 to add");
  const other = await identityToken({ sub: "repo:fabrikam/access:ref:refs/heads/main" });
  const refused = await plan({ ARM_USE_OIDC: "true", ARM_OIDC_TOKEN: other });
  expect(refused).toMatchObject({ status: 1 });
  expect(unbroken(refused.output)).toContain("AADSTS700213");
});
