import type { Access } from "../../../config/schema/access";
import { redirectsOf, type Redirect } from "../../clients/redirects";
import type { HeldOpening, Opening } from "./opening";

/**
 * Where the login sends people: whoever serves the address gets their tokens, by a code that of a web client only its secret
 * redeems. learn.microsoft.com/entra/identity-platform/reply-url
 */
export function redirectOpenings(before: Access, after: Access): HeldOpening[] {
  const [was, is] = [servedBy(before), servedBy(after)];
  return [...beyond("gain", is, was), ...beyond("loss", was, is)];
}

const loopback = ["localhost", "127.0.0.1", "[::1]"];

/** The first redirect of each origin and platform. On loopback serves whoever signs in; those of OpenShift are of a cluster, which is told as such. */
function servedBy(access: Access): ReadonlyMap<string, Redirect> {
  const elsewhere = redirectsOf({ ...access, clusters: {} }).filter(
    ({ uri }) => !loopback.includes(new URL(uri).hostname),
  );
  return new Map(elsewhere.reverse().map((one) => [`${one.platform} ${new URL(one.uri).origin}`, one]));
}

const beyond = (
  kind: Opening["kind"],
  one: ReadonlyMap<string, Redirect>,
  other: ReadonlyMap<string, Redirect>,
): HeldOpening[] =>
  [...one].flatMap(([key, { platform, uri, of }]): HeldOpening[] =>
    other.has(key)
      ? []
      : [
          [
            { name: new URL(uri).origin, kind: "address" },
            { kind, what: platform === "web" ? "sign-ins with a secret" : "sign-ins", where: "", at: of },
          ],
        ],
  );
