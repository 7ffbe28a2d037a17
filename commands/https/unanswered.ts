import { z } from "zod";

/** Why there was no answer. */
export interface Unanswered {
  readonly kind: "untrusted" | "silent" | "unreachable" | "refused";
  /** Name of the error, as its library calls it. */
  readonly name: string;
  /** A part of a sentence. */
  readonly reason: string;
}

const reasons = new Map(
  Object.entries({
    ENOTFOUND: "its name is unknown here",
    EAI_AGAIN: "no name server answers",
    ECONNREFUSED: "nothing listens there",
    ECONNRESET: "the connection was cut",
    EHOSTUNREACH: "no route leads there",
    ENETUNREACH: "this machine has no network",
    ETIMEDOUT: "it does not answer",
  }),
);

/** nodejs.org/api/tls.html, "X509 certificate error codes" */
const untrusted =
  /^(UNABLE_TO_\w+|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|CERT_\w+|ERR_TLS_CERT_ALTNAME_INVALID)$/;

const Thrown = z.object({
  name: z.string().catch(""),
  message: z.string().catch(""),
  code: z.unknown(),
});

/** Puts into words what Node.js or a library has thrown. */
export function unanswered(error: unknown): Unanswered {
  const { name, message, code } = Thrown.parse({ ...nothing, ...partsOf(error) });
  const coded = typeof code === "string" ? code : "";
  if (name === "AbortError" || name === "TimeoutError") {
    return { kind: "silent", name, reason: "it does not answer in time" };
  }
  if (untrusted.test(coded)) {
    return { kind: "untrusted", name, reason: `its certificate is not trusted here (${coded})` };
  }
  const known = reasons.get(coded);
  if (known !== undefined) return { kind: "unreachable", name, reason: known };
  return { kind: "refused", name, reason: (message.split(/\r?\n/)[0] ?? "").slice(0, 240) };
}

const nothing = { name: "", message: "it cannot be asked", code: undefined };

/** Properties of an error are its own or its class's. */
function partsOf(error: unknown): object {
  if (typeof error !== "object" || error === null) return {};
  const { name, message, code } = error as Partial<NodeJS.ErrnoException>;
  return { name, message, code };
}
