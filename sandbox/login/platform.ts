import type { Application } from "./application";
import { EntraError } from "./entra-error";

const platforms = ["publicClient", "web", "spa"] as const;

/** What kind of program redeems the code. */
export type Platform = (typeof platforms)[number];

/** The platform that a redirect URI is registered for. The port of http://localhost does not count. [doc: reply-url] No path is a slash. [guess] */
export function platformOf(application: Application, redirectUri: string): Platform {
  // A URI with the same port wins; the real service chooses arbitrarily. [doc: reply-url]
  for (const anyPort of [false, true]) {
    const found = platforms.find((platform) =>
      application[platform]?.redirectUris?.some((registered) => leadsTo(registered, redirectUri, anyPort)),
    );
    if (found !== undefined) return found;
  }
  // [seen]
  throw new EntraError(
    50011,
    "invalid_request",
    `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${application.appId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal.`,
  );
}

function leadsTo(registered: string, redirectUri: string, anyPort: boolean): boolean {
  if (!URL.canParse(registered) || !URL.canParse(redirectUri)) return false;
  const [one, other] = [new URL(registered), new URL(redirectUri)];
  const same = (["protocol", "hostname", "pathname", "search"] as const).every((part) => one[part] === other[part]);
  const onLocalhost = one.protocol === "http:" && ["localhost", "127.0.0.1"].includes(one.hostname);
  return same && (one.port === other.port || (anyPort && onLocalhost));
}
