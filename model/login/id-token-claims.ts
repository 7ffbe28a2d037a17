import { needsProfile } from "./login";

/** How a claim stands in an ID token; `unsettled` where no document says. */
export type ClaimKind = "text" | "a number" | "a list" | "true or false" | "unsettled";

/**
 * The claims of Entra's ID tokens by how they stand there: learn.microsoft.com/entra/identity-platform, "ID token claims
 * reference" and "Optional claims reference". Where these say no type, one follows from what they say of the value: a
 * country, an address, an ID, a name or a language is text, as it is in every published token.
 */
const kinds: Readonly<Record<ClaimKind, readonly string[]>> = {
  text: [
    ...["aud", "iss", "sub", "tid", "ver", "uti", "nonce", "oid", "name", "preferred_username", "unique_name", "idp"],
    ...["upn", "email", "given_name", "family_name", "ctry", "tenant_ctry", "tenant_region_scope", "fwd", "ipaddr"],
    ...["login_hint", "sid", "onprem_sid", "pwd_url", "vnet", "xms_pdl", "xms_pl", "xms_tpl", "ztdid"],
  ],
  // `"acct": 0` stands so in published tokens.
  "a number": ["acct", "auth_time", "exp", "iat", "nbf"],
  "a list": ["groups", "roles", "wids", "amr", "acrs", "verified_primary_email", "verified_secondary_email"],
  "true or false": ["xms_edov", "hasgroups"],
  unsettled: ["in_corp", "pwd_exp"],
};

const kindOf = new Map(
  Object.entries(kinds).flatMap(([kind, names]) => names.map((name) => [name, kind as ClaimKind] as const)),
);

/** How a claim of Entra stands in an ID token; nothing of a claim that it does not have. */
export function claimKind(name: string): ClaimKind | undefined {
  return kindOf.get(name);
}

/** How a mapped attribute of a type stands there. [guess] What is no text in the directory may be none in a token: no document says. */
export function attributeKind(type: string): ClaimKind {
  return type === "String" ? "text" : "unsettled";
}

/** As much of an access file, possibly of one that still has mistakes, as tells which claims its tokens have. */
export interface TokenSettings {
  /** @default "v2" */
  readonly issuer?: string | undefined;
  readonly username: { readonly claim?: string | undefined };
  readonly claims: Readonly<Record<string, unknown>>;
}

/** The claims that Entra has ID tokens of this login say, of whomever it knows them, beside mapped attributes. */
export function claimsOfLogin(settings: TokenSettings): string[] {
  const { issuer = "v2", username, claims } = settings;
  const { claim = "upn" } = username;
  const profile = issuer === "v1" || needsProfile({ username: { claim }, claims });
  return [
    ...["aud", "iss", "sub", "tid", "ver", "uti", "nonce", "exp", "iat", "nbf", "groups", "email", "idp"],
    ...(profile ? ["oid", "name", "upn"] : []),
    ...(issuer === "v1" ? ["unique_name", "given_name", "family_name", "amr"] : profile ? ["preferred_username"] : []),
    ...Object.keys(claims),
  ];
}

/** The claims that say the same in every ID token of a login. */
export const everyTokens: readonly string[] = [
  "aud",
  "iss",
  "tid",
  "ver",
  "tenant_ctry",
  "tenant_region_scope",
  "xms_tpl",
];
