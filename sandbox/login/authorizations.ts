import { randomBytes } from "node:crypto";
import type { Version } from "./issuer";
import type { Platform } from "./platform";

/** What /authorize settled, kept for /token. */
export interface Authorization {
  readonly clientId: string;
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly nonce: string | undefined;
  /** S256 of the verifier that whoever redeems the code has to know; `undefined` without PKCE. */
  readonly challenge: string | undefined;
  readonly redirectUri: string;
  readonly platform: Platform;
  readonly version: Version;
  /** The `iss` of its tokens. */
  readonly issuer: string;
  /** When the code was given, in milliseconds since 1970. */
  readonly since: number;
}

/** The codes, device codes and refresh tokens that are out. */
export class Authorizations {
  private readonly codes = new Map<string, Authorization>();
  private readonly redeemed = new Set<string>();
  private readonly deviceCodes = new Map<string, Omit<Authorization, "userId">>();
  private readonly refreshTokens = new Map<string, Authorization>();

  /** Gives a code for it. */
  grantCode(authorization: Authorization): string {
    const code = `0.${randomBytes(48).toString("base64url")}`;
    this.codes.set(code, authorization);
    return code;
  }

  /** Gives a device code, which nobody has entered yet. */
  grantDeviceCode(authorization: Omit<Authorization, "userId">): string {
    const code = `D${randomBytes(48).toString("base64url")}`;
    this.deviceCodes.set(code, authorization);
    return code;
  }

  /** Gives a refresh token for it. */
  grantRefreshToken(authorization: Authorization): string {
    const refreshToken = `1.${randomBytes(48).toString("base64url")}`;
    this.refreshTokens.set(refreshToken, authorization);
    return refreshToken;
  }

  /** What a code stands for, redeemed or not. */
  ofCode(code: string): Authorization | undefined {
    return this.codes.get(code);
  }

  /** What a device code was given for. */
  ofDeviceCode(code: string): Omit<Authorization, "userId"> | undefined {
    return this.deviceCodes.get(code);
  }

  /** What a refresh token stands for. */
  ofRefreshToken(refreshToken: string): Authorization | undefined {
    return this.refreshTokens.get(refreshToken);
  }

  /** Marks a code as used; a device code is gone then. */
  redeem(code: string): void {
    this.deviceCodes.delete(code);
    this.redeemed.add(code);
  }

  /** Whether a code was used. */
  isRedeemed(code: string): boolean {
    return this.redeemed.has(code);
  }
}
