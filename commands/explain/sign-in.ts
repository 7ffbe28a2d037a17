import { spawn } from "node:child_process";
import { NoAnswer } from "../../config/no-answer";
import { signInArguments, signInPlugin, type SignInProps } from "../../model/login/sign-in-arguments";
import { asToken } from "./read-token";
import { page } from "../terminal/page";

/**
 * Signs in as kubectl does, by kubelogin with the arguments of the kubeconfig; whoever runs this sees what kubelogin asks.
 *
 * @returns the ID token
 * @throws NoAnswer if there is no kubelogin, or nobody has signed in
 */
export async function signIn(login: SignInProps): Promise<string> {
  return asToken(await outputOf(signInPlugin, signInArguments(login)), "the answer of kubelogin");
}

function outputOf(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["inherit", "pipe", "inherit"] });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", (error: NodeJS.ErrnoException) => {
      const missing = `${command} is not on the PATH. Install it: kubectl krew install oidc-login`;
      reject(error.code === "ENOENT" ? new NoAnswer(missing) : error);
    });
    child.on("close", (status) => {
      if (status === 0) resolve(Buffer.concat(chunks).toString("latin1").trim());
      else
        reject(
          new NoAnswer(
            `Nobody has signed in: kubelogin says why above. ${page("troubleshooting.md")} explains each AADSTS code`,
          ),
        );
    });
  });
}
