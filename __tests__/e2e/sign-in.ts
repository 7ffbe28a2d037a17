import { readFileSync } from "node:fs";
import { Browser, type TokenReply } from "../sandbox/login/browser";
import { send } from "../sandbox/login/running-entra";
import type { World } from "./world";

/** What of a sign-in is not ada's, at the redirect, without anything. */
export interface SignIn {
  /** @default - ada */
  readonly person?: string;
  /** @default - none is sent */
  readonly client_secret?: string | undefined;
  /** @default - the usual ones, with offline_access */
  readonly scope?: string;
  /**
   * Where the code of the browser is from that redeems.
   *
   * @default - a server redeems
   */
  readonly origin?: string;
}

/** What Entra answers when somebody signs in through a redirect: a code, and for the code tokens. */
export function signIn(world: World, redirect_uri: string, how: SignIn = {}): Promise<TokenReply> {
  const { entra, authorityFile, directory } = world.sandbox;
  const ca = readFileSync(authorityFile, "utf8");
  const browser = new Browser({ entra, ca, send: (path, sending) => send(entra.url + path, ca, sending) });
  const login = directory.all("applications").find(({ displayName }) => displayName === "eks")!;
  const client_id = login["appId"] as string;
  const { person = "ada@contoso.com", client_secret, scope, origin } = how;
  const asked = { client_id, redirect_uri, login_hint: person, ...(scope === undefined ? {} : { scope }) };
  const secret = client_secret === undefined ? {} : { client_secret };
  const headers = origin === undefined ? {} : { origin };
  return browser
    .authorize(asked)
    .then(({ redeemable }) => browser.redeem(redeemable, { client_id, ...secret }, headers));
}

/** Codes of the refusal when ada signs in through a redirect, with a secret or without; empty if she is let in. */
export async function refusals(world: World, redirect_uri: string, client_secret?: string): Promise<readonly number[]> {
  return (await signIn(world, redirect_uri, { client_secret })).error_codes ?? [];
}
