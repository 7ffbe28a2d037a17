import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { judgeToken } from "../../model/authentication/judge-token";
import { oidcFlags } from "../../model/authentication/oidc-flags";
import type { TokenAuthenticator } from "../../model/authentication/token-authenticator";
import { findBinaries } from "../../sandbox/clusters/kubernetes/binaries";
import { startEtcd, type Etcd } from "../../sandbox/clusters/kubernetes/etcd";
import { CertificateAuthority } from "../../sandbox/machine/certificates";
import { authenticatorsOf } from "../tokens/authenticators";
import { tokenOf, validDraft, type TokenWorld } from "../tokens/draft";
import { recipesOf } from "../tokens/made-token";
import { SigningKeys } from "../tokens/signing-keys";
import { differenceOf } from "./difference";
import { startIssuers, type IssuersAlone } from "./issuer-alone";
import { startOidcApiServer, type OidcApiServer } from "./oidc-api-server";
import { realTest } from "./world";

/** Another one tries other pairs. */
const seed = Number(process.env["TOKEN_SEED"] ?? 1);
const pairs = 250;

const binaries = findBinaries(process.env);
const real = realTest("missing" in binaries ? [binaries.missing] : []);
const names = Object.keys(authenticatorsOf("https://localhost"));
const keys = new SigningKeys();
const told = new Map<string, number>();

let folder: string;
let authority: CertificateAuthority;
let etcd: Etcd | undefined;
let issuers: IssuersAlone | undefined;
beforeAll(async () => {
  if ("missing" in binaries) return;
  folder = mkdtempSync(join(tmpdir(), "token-verdicts-"));
  authority = await CertificateAuthority.create("Contoso test");
  etcd = await startEtcd({ binary: binaries.etcd, folder });
  issuers = await startIssuers(authority, keys.published, (path) => path === "/v1");
});
afterAll(async () => {
  if ("missing" in binaries) return;
  await etcd?.stop();
  await issuers?.close();
  rmSync(folder, { recursive: true });
  const lines = [...told].sort(([, one], [, other]) => other - one).map(([what, times]) => `${times}\t${what}\n`);
  process.stdout.write(lines.join(""));
});

const seconds = () => Math.floor(Date.now() / 1000);

/** Discovery is asked for every ten seconds, and until then no token is taken. */
async function untilInitialized({ reviewer }: OidcApiServer, world: TokenWorld): Promise<void> {
  while (!(await reviewer.review(tokenOf(validDraft(world)))).accepted) await wait(200);
}

async function differences(server: OidcApiServer, authenticator: TokenAuthenticator, at: number): Promise<string[]> {
  const world = (id: string): TokenWorld => ({ authenticator, keys, now: seconds(), id });
  await untilInitialized(server, world("first"));
  const found: string[] = [];
  for (const [place, recipe] of recipesOf(world(""), {
    seed: seed + at,
    pairs,
    share: { at, of: names.length },
  }).entries()) {
    const { token, changes } = recipe(world(`token ${place}`));
    const answer = await server.reviewer.review(token);
    const options = { keys: keys.published, now: Date.now() / 1000, kubernetes: server.kubernetes };
    const difference = differenceOf(answer, await judgeToken(token, authenticator, options));
    count(answer.accepted ? "accepted" : kindOf(answer.reason));
    if (difference !== undefined) found.push([`seed ${seed}`, ...changes, difference, decoded(token)].join("\n"));
  }
  return found;
}

function count(what: string): void {
  told.set(what, (told.get(what) ?? 0) + 1);
}

/** Without what differs from token to token: quoted texts, times, and the words of Go's parsers. */
const kindOf = (reason: string) =>
  `refused: ${reason
    .replace(/"[^"]*"|\[.*\]|\(.*\)/gs, "…")
    .replace(/(current time|malformed jwt:|distributed claim …:|Got =).*/s, "$1 …")
    .slice(0, 90)}`;
const decoded = (token: string) =>
  token
    .split(".")
    .slice(0, 2)
    .map((part) => Buffer.from(part, "base64url").toString().slice(0, 2000))
    .join("\n");

for (const [at, name] of names.entries()) {
  real(`the judge says of each token what kube-apiserver says: ${name}`, async () => {
    const authenticator = authenticatorsOf(issuers?.url ?? "")[name];
    if ("missing" in binaries || etcd === undefined || authenticator === undefined) throw new Error(name);
    const args = oidcFlags(authenticator).map(({ name: flag, value }) => `--${flag}=${value}`);
    const props = { args, authority, binary: binaries.kubeApiserver, etcdUrl: etcd.url };
    const server = await startOidcApiServer({ ...props, folder: join(folder, String(at)) });
    try {
      expect(await differences(server, authenticator, at)).toEqual([]);
    } finally {
      await server.stop();
    }
  });
}

real("tokens of both kinds were tried, at least a thousand, a quarter of them good", () => {
  const accepted = told.get("accepted") ?? 0;
  const all = [...told.values()].reduce((sum, times) => sum + times, 0);
  process.stdout.write(`${all} tokens with seed ${seed}: ${accepted} accepted, ${all - accepted} refused\n`);
  expect(all).toBeGreaterThan(1000);
  expect(accepted).toBeGreaterThan(all / 4);
  expect(accepted).toBeLessThan((3 * all) / 4);
  return Promise.resolve();
});
