import type { Access, Client } from "../../config/schema/access";
import { openshiftCallback, openshiftsWithSecret } from "../clusters/openshift";
import { redirectUris } from "../portal/portal";
import { callbackOf, logoutOf } from "./callback";
import { presetOf } from "./presets";

/** The kinds of redirects that Entra tells apart, as Microsoft Graph calls them. */
export type Platform = "web" | "spa" | "publicClient";

/** An address that Entra sends people of a web application back to. */
export interface Redirect {
  readonly platform: Platform;
  /** As it is registered. */
  readonly uri: string;
  /** Where the file has the application. */
  readonly of: readonly string[];
}

const ofKind = { spa: "spa", native: "publicClient" } as const;

/** Every redirect of the portal, the clients and OpenShift clusters, the portal's first, each address once for each platform. */
export function redirectsOf({
  portal,
  clients,
  clusters,
}: Pick<Access, "portal" | "clients" | "clusters">): Redirect[] {
  const all = [
    ...(portal === undefined
      ? []
      : redirectUris(portal).map((uri): Redirect => ({ platform: "web", uri, of: ["portal"] }))),
    ...Object.entries(clients).flatMap(([name, client]) => ofClient(name, client)),
    ...openshiftsWithSecret({ clusters }).flatMap(([key, { openshift, state }]): Redirect[] =>
      state === "absent"
        ? []
        : [{ platform: "web", uri: openshiftCallback(openshift), of: ["clusters", key, "openshift"] }],
    ),
  ];
  const known = new Set<string>();
  return all.filter(({ platform, uri }) => {
    const key = `${platform} ${uri}`;
    return !known.has(key) && known.add(key);
  });
}

function ofClient(name: string, client: Client): Redirect[] {
  const platform = client.public === undefined ? "web" : ofKind[client.public];
  const own = [callbackOf(client), logoutOf(client)].filter((uri) => uri !== undefined);
  const ofCli = presetOf(client)?.cliRedirects ?? [];
  const of = ["clients", name];
  return [
    ...own.map((uri): Redirect => ({ platform, uri, of })),
    ...ofCli.map((uri): Redirect => ({ platform: "publicClient", uri, of })),
  ];
}
