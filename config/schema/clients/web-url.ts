import { z } from "zod";
import { hasUserInfo } from "../clusters/proxy-url";

const label = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const path = "(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)*";
/** What is asked of it, but for the size of the port, as a pattern of JSON Schema. */
const pattern = (end: string) =>
  `^([hH][tT][tT][pP][sS]://${label}(\\.${label})*|[hH][tT][tT][pP]://localhost)(:[1-9]\\d{0,4})?${path}${end}$`;

const hostLabel = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;
const segments = /^(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._~-]+)*\/?$/;

/**
 * What is wrong with an address that Entra sends people back to, in the words of a mistake; `undefined` if nothing is. Of a user
 * name in it a rule tells, which does not repeat it.
 *
 * learn.microsoft.com/entra/identity-platform/reply-url
 */
function mistakeIn(url: string): string | undefined {
  if (hasUserInfo(url)) return undefined;
  const [, scheme = "", host = "", port, rest = ""] =
    /^([a-z][a-z0-9+.-]*):\/\/([^/?#:]*)(?::([^/?#]*))?(.*)$/is.exec(url) ?? [];
  const secure = scheme.toLowerCase() === "https";
  if (!secure && !(scheme.toLowerCase() === "http" && host.toLowerCase() === "localhost"))
    return "must begin with https://, because Entra redirects to no other address but http://localhost";
  if (url.includes("*"))
    return "must not contain *: with a wildcard, codes could go to an address that you do not know";
  if (!host.split(".").every((part) => hostLabel.test(part))) return "must be https:// and a host name";
  if (port !== undefined && !(/^[1-9]\d{0,4}$/.test(port) && Number(port) <= 65535))
    return "must have a port from 1 to 65535";
  if (/[?#]/.test(rest)) return "must not have a query or a fragment";
  if (!segments.test(rest)) return "must have a path of letters, digits and . _ ~ - only";
  return undefined;
}

const address = (most: number, end: string) =>
  z
    .string()
    .max(most, `must be ${String(most)} characters or fewer`)
    .superRefine((url, context) => {
      const message = mistakeIn(url);
      if (message !== undefined) context.addIssue({ code: "custom", message });
    })
    .meta({ pattern: pattern(end) });

/** Entra's limit of 256 characters. */
export const RedirectUrl = address(256, "/?");

/** The same with the longest path of a preset behind it. */
export const ClientUrl = address(230, "").refine((url) => !url.endsWith("/") || hasUserInfo(url), {
  error: "must not end in a slash: the client adds its own path",
});
