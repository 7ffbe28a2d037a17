import { UnreadFile, readBytes } from "../../config/file/read-bytes";
import { NoAnswer } from "../../config/no-answer";
import { shown } from "../../config/text/shown";
import { ownIn } from "../../model/own";

const mostBytes = 1024 * 1024;

/** Entra's tokens have a few thousand; an API server takes no larger header than a MiB. */
const mostCharacters = 65_536;

const howToPass =
  "kubectl-oidc_login get-token … | npx entra-eks explain --token -, or sign in anew with --login instead of --token";

/**
 * An ID token from a file, or from standard input. What kubelogin prints, an ExecCredential, is as good as the bare token.
 *
 * @param file path; `-` is standard input
 * @throws NoAnswer if it is no ID token; the message never has a part of it
 */
export function readToken(file: string): string {
  const name = file === "-" ? "standard input" : shown(file);
  if (file === "-" && process.stdin.isTTY) {
    throw new NoAnswer(`Standard input is a terminal. Pass the token through a pipe: ${howToPass}`);
  }
  return asToken(textOf(file, name), name);
}

function textOf(file: string, name: string): string {
  try {
    return decoded(readBytes(file, mostBytes)).trim();
  } catch (error) {
    if (error instanceof UnreadFile) throw new NoAnswer(`The token in ${name} ${error.message}`);
    throw error;
  }
}

/** PowerShell writes UTF-16 where another shell writes what it was given. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString("utf16le");
  return bytes.toString("utf8").replace(/^\ufeff/, "");
}

/**
 * The bare token of a text.
 *
 * @param name where it comes from, for messages
 */
export function asToken(text: string, name: string): string {
  if (text === "") throw new NoAnswer(`There is no token in ${name}. Pass one: ${howToPass}`);
  const token = (credentialIn(text) ?? text).replace(/^Bearer +/i, "");
  if (token.length > mostCharacters) {
    throw new NoAnswer(
      `What is in ${name} is no ID token: it has ${String(token.length)} characters, an ID token has a few thousand`,
    );
  }
  if (/\s/.test(token)) {
    throw new NoAnswer(`What is in ${name} has spaces or line breaks in it. An ID token has none: copy it as one line`);
  }
  const parts = token.split(".").length;
  if (parts === 5)
    throw new NoAnswer(`What is in ${name} is an encrypted token (JWE). An ID token of Entra has 3 parts, this has 5`);
  if (parts !== 3) {
    throw new NoAnswer(
      `What is in ${name} is no ID token: an ID token has 3 parts with dots between them, this has ${String(parts)}`,
    );
  }
  return token;
}

/** client.authentication.k8s.io, ExecCredential */
function credentialIn(text: string): string | undefined {
  if (!text.startsWith("{")) return undefined;
  try {
    const token = ownIn(ownIn(JSON.parse(text), "status"), "token");
    return typeof token === "string" ? token : undefined;
  } catch {
    return undefined;
  }
}
