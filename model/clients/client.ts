import type { Access, Client } from "../../config/schema/access";
import { usualSecret } from "../../config/schema/clients/client";

/** The stack with a client's secret. */
export const clientStack = (name: string) => `client-${name}`;

/** How the client's secret is kept; nothing for a client without one. */
export const secretSettings = ({ secret, public: kind }: Pick<Client, "secret" | "public">) =>
  kind === undefined ? (secret ?? usualSecret) : undefined;

/** The clients that have a secret, and so a stack, by key. */
export function confidentialClients({ clients }: Pick<Access, "clients">): [name: string, client: Client][] {
  return Object.entries(clients).filter(([, { public: kind }]) => kind === undefined);
}

/** The Kubernetes Secret of a client; the client's key alone names it, so no two share one. */
export const secretName = (name: string) => `${name}-oidc`;

/** Scopes that a web client asks for: without offline_access v2 gives no refresh token; a refreshed v1 ID token would be of no use. */
export const clientScopes = ({ login }: { readonly login: Pick<Access["login"], "issuer"> }) => [
  "openid",
  "profile",
  "email",
  ...(login.issuer === "v2" ? ["offline_access"] : []),
];

/** Where Entra sends the browser, as it is registered: an address without a path needs a slash at its end. */
export const registered = (url: string) => new URL(url).href;

/** The path of a client's address; nothing if it has none. */
export const pathOf = (url: string) => new URL(url).pathname.replace(/\/$/, "");
