import { createHash, randomBytes } from "node:crypto";
import type { Reply, RunningEntra, Sending } from "./running-entra";
import { clientId, tenantId } from "./sample-directory";

type Parameters = Readonly<Record<string, string>>;

/** What /token answers; which of it is there is what the tests are about. */
export interface TokenReply {
  readonly status: number;
  readonly id_token: string;
  readonly access_token: string;
  /** @default - none was given */
  readonly refresh_token?: string;
  /** @default - no refusal */
  readonly error_codes?: readonly number[];
}

/** Somebody who signs in to the sample application: through one of the ways, on one of the versions. */
export class Browser {
  constructor(
    private readonly running: RunningEntra,
    private readonly way: string = "/login.microsoftonline.com",
    private readonly version: "" | "/v2.0" = "/v2.0",
  ) {}

  /** Goes to /authorize as ada, with PKCE, unless it is told otherwise. */
  async authorize(changes: Parameters = {}) {
    const verifier = randomBytes(32).toString("base64url");
    const parameters: Parameters = {
      client_id: clientId,
      response_type: "code",
      redirect_uri: "http://localhost:8000",
      scope: "openid profile email offline_access",
      state: "s1",
      nonce: "n1",
      login_hint: "ada@contoso.com",
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
      ...changes,
    };
    const reply = await this.running.send(
      `${this.endpoint("authorize")}?${new URLSearchParams(parameters).toString()}`,
    );
    const to = reply.headers.location === undefined ? undefined : new URL(reply.headers.location);
    const redirect_uri = parameters["redirect_uri"] ?? "";
    return {
      reply,
      to,
      redeemable: { code: to?.searchParams.get("code") ?? "", redirect_uri, code_verifier: verifier },
    };
  }

  /** Goes to /token with a code. */
  redeem(redeemable: Parameters, changes: Parameters = {}, headers: Parameters = {}): Promise<TokenReply> {
    const form = { grant_type: "authorization_code", client_id: clientId, ...redeemable, ...changes };
    return this.token({ form, headers });
  }

  /** Goes to /token with a refresh token. */
  refresh({ refresh_token = "" }: TokenReply): Promise<TokenReply> {
    return this.token({ form: { grant_type: "refresh_token", client_id: clientId, refresh_token } });
  }

  /** Both steps at once. */
  async signIn(changes: Parameters = {}): Promise<TokenReply> {
    return this.redeem((await this.authorize(changes)).redeemable);
  }

  private async token(sending: Sending): Promise<TokenReply> {
    const { status, body }: Reply = await this.running.send(this.endpoint("token"), sending);
    return { ...(JSON.parse(body) as TokenReply), status };
  }

  private endpoint(name: string): string {
    return `${this.way}/${tenantId}/oauth2${this.version}/${name}`;
  }
}
