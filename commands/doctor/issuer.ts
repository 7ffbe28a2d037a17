import { z } from "zod";
import type { Access } from "../../config/schema/access";
import { discoveryUrl, issuerUrl } from "../../model/login/login";
import { ask, type Answered } from "../https/ask";
import { clock } from "./clock";
import { about, type Finding } from "./finding";
import type { Surroundings } from "./surroundings";
import { unanswered } from "../https/unanswered";

const { broken, warning, fine, notLookedAt } = about("issuer");
const Discovery = z.object({ issuer: z.string(), jwks_uri: z.string() });
const Keys = z.object({ keys: z.array(z.unknown()) });

/** The issuer's discovery document and keys, as kubelogin and every API server ask for them. */
export async function issuer(access: Access, { env, now, limit }: Surroundings): Promise<Finding[]> {
  const asking = { env, now, signal: limit() };
  const wanted = issuerUrl(access);
  const { host } = new URL(wanted);
  let answered: Answered;
  try {
    answered = await ask(discoveryUrl(wanted), asking);
  } catch (error) {
    return [unreachable(host, error)];
  }
  const told = clock(host, answered.aheadMs);
  const discovery = read(Discovery, answered);
  if (discovery === undefined) return [unknown(access, host, answered), ...told];
  if (discovery.issuer !== wanted) {
    return [
      broken(
        "issuer-other",
        `The discovery document says that the issuer is ${discovery.issuer}, and the access file says ${wanted}`,
        "Correct tenant and login.issuer in the access file: both must be equal to the letter",
      ),
      ...told,
    ];
  }
  return [
    fine("issuer", `The issuer ${wanted} answers and names itself so`),
    await keys(discovery.jwks_uri, asking),
    ...told,
  ];
}

async function keys(url: string, asking: Parameters<typeof ask>[1]): Promise<Finding> {
  const nothing = (reason: string) =>
    broken(
      "issuer-keys",
      `The issuer's signing keys at ${url} cannot be read: ${reason}`,
      "Let this machine reach that address",
    );
  if (!/^https:\/\//.test(url) || !URL.canParse(url)) return nothing("that is no https:// address");
  try {
    const answered = await ask(url, asking);
    const found = read(Keys, answered)?.keys.length ?? 0;
    if (found > 0)
      return fine("issuer-keys", `The issuer has ${String(found)} signing ${found === 1 ? "key" : "keys"}`);
    return nothing(answered.status === 200 ? "there is no key" : `the answer is ${String(answered.status)}`);
  } catch (error) {
    return nothing(unanswered(error).reason);
  }
}

function unreachable(host: string, error: unknown): Finding {
  const { kind, reason } = unanswered(error);
  if (kind === "untrusted") {
    return warning(
      "issuer-untrusted",
      `Node.js does not ask ${host}: ${reason}. A proxy that looks into TLS shows its own`,
      "Set SSL_CERT_FILE to the certificate authority of your company, for Terraform, kubectl and this program",
    );
  }
  return broken(
    "issuer-unreachable",
    `${host}, where people sign in, cannot be reached from here: ${reason}`,
    "Check the network, and HTTPS_PROXY if you are behind a proxy",
  );
}

function unknown({ tenant }: Access, host: string, { status, body }: Answered): Finding {
  // AADSTS90002: learn.microsoft.com/entra/identity-platform/reference-error-codes
  if (/AADSTS90002|invalid_tenant/.test(body)) {
    return broken("issuer-no-tenant", `Entra has no tenant ${tenant}`, "Correct tenant in the access file");
  }
  if (status >= 500 || status === 429) {
    return notLookedAt(
      "issuer",
      `${host} answered ${String(status)} instead of its discovery document`,
      "Ask again later",
    );
  }
  return broken(
    "issuer-no-discovery",
    `${host} answered ${String(status)} without a discovery document`,
    "Something between you and Entra answers in its place: check the proxy",
  );
}

function read<T>(schema: z.ZodType<T>, { status, body }: Answered): T | undefined {
  if (status !== 200) return undefined;
  try {
    return schema.parse(JSON.parse(body));
  } catch {
    return undefined;
  }
}
