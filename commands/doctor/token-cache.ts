import { closeSync, constants, openSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { decodeJwt } from "jose";
import { z } from "zod";
import { errorCode } from "../../config/file/error-code";
import type { Access } from "../../config/schema/access";
import { issuerUrl } from "../../model/login/login";
import { shellWord } from "../terminal/shell-word";
import type { DeployedStacks } from "./deployed";
import { about, type Finding } from "./finding";
import type { Surroundings } from "./surroundings";

const { broken, warning, fine, notLookedAt } = about("token-cache");

/** A file of kubelogin's cache: pkg/tokencache/repository of github.com/int128/kubelogin. */
const Cached = z.object({ id_token: z.string(), refresh_token: z.string().optional() });

interface CachedToken {
  readonly issuer: string;
  readonly audience: readonly string[];
  /** Milliseconds since 1970. */
  readonly ends: number;
  readonly renewable: boolean;
}

/** What kubelogin has kept of earlier sign-ins. No token is told. */
export function tokenCache(access: Access, { login }: DeployedStacks, { env, home, now }: Surroundings): Finding[] {
  const folder = join(env["KUBECACHEDIR"] ?? join(home, ".kube", "cache"), "oidc-login");
  const unusable = unusableIn(folder);
  if (unusable !== undefined)
    return [
      broken(
        "cache-unusable",
        `kubelogin cannot use ${unusable}, so kubectl gets no token. After sudo kubectl it belongs to root`,
        `sudo rm -r ${shellWord(unusable)}; the next kubectl signs in again`,
      ),
    ];
  const { tokens, open } = tokensIn(folder);
  const readable = open.map((file) =>
    warning("cache-open", `Others on this machine can read the token in ${file}`, `chmod 600 ${shellWord(file)}`),
  );
  if (tokens.length === 0)
    return [fine("cache", `kubelogin has no token in ${folder}: the next kubectl signs in by the browser`)];
  if ("reason" in login)
    return [...readable, notLookedAt("cache", `kubelogin's tokens were not compared. ${login.reason}`)];
  const ours = tokens.filter(({ audience }) => audience.includes(login.outputs.client_id));
  return [...readable, ...ofLogin(issuerUrl(access), ours, tokens.length, now())];
}

function ofLogin(issuer: string, ours: readonly CachedToken[], all: number, now: number): Finding[] {
  const current = ours.filter((token) => token.issuer === issuer);
  const [foreign] = ours.filter((token) => token.issuer !== issuer);
  const found =
    foreign === undefined
      ? []
      : [
          warning(
            "cache-other-issuer",
            `kubelogin has a token of ${foreign.issuer}, and the clusters trust ${issuer}`,
            "kubectl oidc-login clean, then sign in again",
          ),
        ];
  if (current.length === 0) {
    if (foreign !== undefined) return found;
    return [
      fine(
        "cache",
        `kubelogin has ${String(all)} tokens, none of this login: the next kubectl signs in by the browser`,
      ),
    ];
  }
  const living = current.some(({ ends }) => ends > now);
  if (living) return [...found, fine("cache", "kubelogin has a token of this login that is valid")];
  const renewable = current.some((token) => token.renewable);
  return [
    ...found,
    renewable
      ? fine(
          "cache-expired",
          "kubelogin's token of this login is expired, and kubelogin can renew it without a browser",
        )
      : warning(
          "cache-expired",
          "kubelogin's token of this login is expired and cannot be renewed",
          "The next kubectl signs in by the browser",
        ),
  ];
}

function tokensIn(folder: string): { readonly tokens: CachedToken[]; readonly open: string[] } {
  const tokens: CachedToken[] = [];
  const open: string[] = [];
  for (const name of allIn(folder).filter((name) => !name.endsWith(".lock"))) {
    const file = join(folder, name);
    const token = tokenIn(file);
    if (token === undefined) continue;
    tokens.push(token);
    if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0) open.push(file);
  }
  return { tokens, open };
}

/** A token, or its lock: the SHA-256 of how somebody signs in. [src] computeChecksum, as above */
const kept = /^[0-9a-f]{64}(\.lock)?$/;

/** What kubelogin ends at: it opens a lock, and writes a token. [src] Lock and writeToFile, as above */
function unusableIn(folder: string): string | undefined {
  try {
    return allIn(folder)
      .filter((name) => kept.test(name))
      .map((name) => join(folder, name))
      .find((file) => !isUsable(file));
  } catch {
    return folder;
  }
}

function isUsable(file: string): boolean {
  try {
    closeSync(openSync(file, file.endsWith(".lock") ? constants.O_CREAT : "r+"));
    return true;
  } catch (error) {
    return errorCode(error) === "ENOENT";
  }
}

function allIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  }
}

/** What is no token is passed over: kubelogin does the same. */
function tokenIn(file: string): CachedToken | undefined {
  try {
    const { id_token: token, refresh_token: refresh } = Cached.parse(JSON.parse(readFileSync(file, "utf8")));
    const { iss = "", aud = [], exp = 0 } = decodeJwt(token);
    const audience = typeof aud === "string" ? [aud] : aud;
    return { issuer: iss, audience, ends: exp * 1000, renewable: refresh !== undefined && refresh !== "" };
  } catch {
    return undefined;
  }
}
