import { readFileSync } from "node:fs";
import { Browser } from "../sandbox/login/browser";
import { send } from "../sandbox/login/running-entra";
import type { World } from "./world";

/** Codes of the refusal when ada signs in through a redirect, with a secret or without; empty if she is let in. */
export async function refusals(
  { sandbox }: World,
  redirect_uri: string,
  client_secret?: string,
): Promise<readonly number[]> {
  const { entra, authorityFile, directory } = sandbox;
  const ca = readFileSync(authorityFile, "utf8");
  const browser = new Browser({ entra, ca, send: (path, sending) => send(entra.url + path, ca, sending) });
  const login = directory.all("applications").find(({ displayName }) => displayName === "eks")!;
  const client_id = login["appId"] as string;
  const { redeemable } = await browser.authorize({ client_id, redirect_uri });
  const secret = client_secret === undefined ? {} : { client_secret };
  return (await browser.redeem(redeemable, { client_id, ...secret })).error_codes ?? [];
}
