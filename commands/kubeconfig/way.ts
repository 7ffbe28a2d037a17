import { NoAnswer } from "../../config/no-answer";
import type { KubeconfigProps } from "../../model/clusters/kubeconfig";
import { forwardedPort, type SignInWay } from "../../model/login/sign-in-arguments";
import type { PlacedAccess } from "../../model/placed-access";
import { say } from "../terminal/print";
import { shellWord } from "../terminal/shell-word";

/** @throws NoAnswer if Entra would refuse to sign anybody in this way */
export function checkWay({ access }: PlacedAccess, path: string, { deviceCode }: SignInWay): void {
  if (deviceCode !== true || access.login.deviceCode) return;
  throw new NoAnswer(
    `${path} does not allow device code, and Entra refuses it with AADSTS7000218 until "login.deviceCode: true" is deployed; over SSH, --headless needs no such permission`,
  );
}

/** Says what Azure's kubelogin does otherwise than is asked. */
export function sayWayToAks(clusters: readonly string[], { headless, tokenCache }: SignInWay): void {
  const options = [
    ...(headless === true ? ["--headless"] : []),
    ...(tokenCache === undefined ? [] : ["--token-cache"]),
  ];
  if (clusters.length === 0 || options.length === 0) return;
  const remedy = headless === true ? ". Without a browser on the machine, use --device-code there" : "";
  const verb = options.length > 1 ? "do" : "does";
  const where = `on AKS (${clusters.join(", ")})`;
  say(`${options.join(" and ")} ${verb} not hold ${where}: Azure's kubelogin signs in there${remedy}`);
}

/** Says what a way to sign in needs elsewhere than on this machine. */
export function sayWay({ deviceCode, headless }: SignInWay): void {
  if (deviceCode === true) {
    say(
      "Device code needs two things in Entra: public client flows allowed on the application, which login.deviceCode deploys, and no Conditional Access policy that blocks the device code flow. Tell people to enter a code only if they asked for it themselves a moment ago",
    );
  } else if (headless === true) {
    say(
      `Without a browser on the machine, each person connects with ssh -L ${forwardedPort}:localhost:${forwardedPort} and opens the address that kubectl prints in their own browser. Entra needs no further permission for this`,
    );
  }
}

/** Says how people get the credentials that this kubeconfig cannot have: docs.redhat.com, OpenShift CLI, "oc login". */
export function sayOAuth({ clusters }: KubeconfigProps): void {
  for (const { name, endpoint, byOAuthServer = false } of clusters) {
    if (!byOAuthServer) continue;
    say(
      `clusters.${name} signs people in by OpenShift's OAuth server, so its context has no credentials. Each person runs oc login --web ${shellWord(endpoint)}, which adds a context of its own`,
    );
  }
}
