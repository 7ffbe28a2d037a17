import { NoAnswer } from "../../config/no-answer";
import { LoginOutputs } from "../../config/states/outputs";
import { issuerUrl } from "../../model/login/login";
import type { SignInProps } from "../../model/login/sign-in-arguments";
import type { PlacedAccess } from "../../model/placed-access";
import { stackOutputs } from "../states/stack-outputs";
import type { Progress } from "../terminal/progress";
import { clientSecret } from "./client-secret";

/**
 * How people sign in, by the access file and the outputs of the stack `login`.
 *
 * @throws NotDeployed if a stack is not deployed
 * @throws UntrustedState if a state says what this program never does
 */
export async function deployedLogin(file: PlacedAccess, progress?: Progress): Promise<SignInProps> {
  const clientId = await deployedClientId(file, progress);
  const settings = file.access.login;
  const secret = settings.kubectl === "confidential" ? { clientSecret: clientSecret(file) } : {};
  return { issuerUrl: issuerUrl(file.access), clientId, settings, ...secret };
}

/**
 * Client ID of the login application, which every cluster trusts.
 *
 * @throws NotDeployed if the stack is not deployed
 * @throws UntrustedState if its state says what this program never does
 */
export async function deployedClientId(file: PlacedAccess, progress?: Progress): Promise<string> {
  const login = await stackOutputs(file, "login", LoginOutputs, progress);
  const issuer = issuerUrl(file.access);
  if (login.issuer_url === issuer) return login.client_id;
  throw new NoAnswer(
    `The stack "login" was deployed with an issuer other than ${issuer}, which the access file says. Deploy it first: npx cdktf deploy '*'`,
  );
}
