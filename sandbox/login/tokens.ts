import { aksServer } from "../../model/clusters/aks-sign-in";
import type { DirectoryView } from "../msgraph/directory-view";
import { aksIdentity } from "./aks-identity";
import { findClient } from "./application";
import type { Claims } from "./claims";
import { idTokenClaims } from "./id-token";
import { issuerOf } from "./issuer";
import { checkTenant, placeOf, type Place } from "./place";
import { microsoftHosts } from "./proxy";
import type { SignIn } from "./sign-in";
import { checkSignIn } from "./sign-in-rules";
import { SigningKey, unsigned } from "./signing-key";
import { findUser } from "./user";

export interface TokenServiceProps {
  readonly directory: DirectoryView;
  /** URL of the emulated Entra, without a slash at the end. */
  readonly localUrl: () => string;
  /**
   * The clock, in milliseconds since 1970.
   *
   * @default Date.now
   */
  readonly now?: () => number;
}

/** How a token is made, beside what the directory says. */
export interface Making {
  /**
   * Whether a refresh gives it, not a sign-in.
   *
   * @default false
   */
  readonly refreshed?: boolean;
  /** @default 3600 */
  readonly lifetimeSeconds?: number;
  /**
   * Claims that are changed before signing; `undefined` removes one.
   *
   * @default - none
   */
  readonly set?: Readonly<Record<string, unknown>>;
  /**
   * Whether a key signs it that nobody publishes.
   *
   * @default false
   */
  readonly foreignKey?: boolean;
}

export interface TokenOptions extends Making {
  readonly clientId: string;
  /** The issuer that a cluster trusts, real or local; it decides the version. */
  readonly issuer: string;
  /** @default openid, profile, email and offline_access */
  readonly scopes?: readonly string[];
}

export interface IssueProps extends Making {
  /** The `iss`, to the letter. */
  readonly issuer: string;
  /** @default - no such claim */
  readonly nonce?: string;
}

/** Makes the tokens of one emulated Entra. Each has a signing key of its own. */
export class TokenService {
  private key: Promise<SigningKey> | undefined;

  constructor(private readonly props: TokenServiceProps) {}

  /** The ID token that a sign-in of this person would give; throws an EntraError where it would be refused. */
  async idToken(person: string, options: TokenOptions): Promise<string> {
    const { directory } = this.props;
    const { version, local } = this.placeOfIssuer(options.issuer);
    const signIn: SignIn = {
      client: findClient(directory, options.clientId),
      user: findUser(directory, person),
      scopes: options.scopes ?? ["openid", "profile", "email", "offline_access"],
      version,
    };
    checkSignIn(directory, signIn);
    const localUrl = local ? this.props.localUrl() : undefined;
    return this.issue(signIn, {
      ...options,
      issuer: issuerOf({ tenantId: directory.tenant.id, version, localUrl }),
    });
  }

  /** The ID token of a sign-in that was allowed. */
  async issue(signIn: SignIn, { issuer, nonce, lifetimeSeconds = 3600, set, ...how }: IssueProps): Promise<string> {
    const now = Math.floor(this.now() / 1000);
    const localUrl = this.props.localUrl();
    const claims = idTokenClaims(this.props.directory, signIn, { issuer, nonce, now, lifetimeSeconds, localUrl });
    // [seen: go-oidc#133] a refreshed v1 ID token is not signed
    if (how.refreshed === true && signIn.version === 1) return unsigned({ ...claims, ...set });
    return this.sign({ ...claims, ...set }, how.foreignKey);
  }

  /** A token that says who a person is to an AKS cluster. */
  aksToken(person: string, lifetimeSeconds: number): Promise<string> {
    const { directory } = this.props;
    const now = Math.floor(this.now() / 1000);
    const issuer = issuerOf({ tenantId: directory.tenant.id, version: 1, localUrl: undefined });
    const claims = aksIdentity(directory, person);
    return this.sign({ ...claims, iss: issuer, aud: aksServer, iat: now - 300, exp: now + lifetimeSeconds });
  }

  /** Signs any claims, with the published key or with one that only claims to be it. */
  async sign(claims: Claims, foreignKey = false): Promise<string> {
    const key = await this.ownKey();
    return foreignKey ? (await SigningKey.generate()).sign(claims, key.published.kid) : key.sign(claims);
  }

  /** The keys that clients verify tokens with. */
  async publishedKeys() {
    return [(await this.ownKey()).published];
  }

  /** Milliseconds since 1970, by the clock of this Entra. */
  now(): number {
    return (this.props.now ?? Date.now)();
  }

  private ownKey(): Promise<SigningKey> {
    return (this.key ??= SigningKey.generate());
  }

  private placeOfIssuer(issuer: string): Place {
    const localUrl = this.props.localUrl();
    const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
    if (url === undefined || (url.origin !== localUrl && !microsoftHosts.includes(url.hostname))) {
      throw new Error(`The issuer must be Entra's or begin with ${localUrl}, got "${issuer}"`);
    }
    const place = placeOf(url, localUrl);
    checkTenant(this.props.directory.tenant, place.tenant);
    return place;
  }
}
