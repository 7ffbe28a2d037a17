/**
 * What stands at a key of a client's Secret. `sessionKey`: 64 digits that sessions are signed with, made once. `cookieKey`: the first
 * 32 of them. A map of `text`: nothing secret, what the client reads from the same place.
 */
export type SecretPart = "clientSecret" | "clientId" | "sessionKey" | "cookieKey" | { readonly text: string };

/** A Secret that a client reads, by the keys that it reads. */
export type SecretKeys = Readonly<Record<string, SecretPart>>;
