import { assignmentRequired } from "../../model/login/login";
import { code, heading, listed, type Block, type Text, text } from "./block";
import { signedInBy } from "./signed-in-by";
import type { Welcome } from "./welcome";

type Row = readonly [see: Text, means: Text, remedy: Text];

/** What kubectl, kubelogin, oc, OpenShift and Entra say, and what to do then. */
export function refusals({ access, held }: Welcome): Block[] {
  const { login } = access;
  const [aks, byOAuth] = [signedInBy("azure-kubelogin", { access, held }).length, signedInBy("oc", { access, held })];
  const byKubectl = byOAuth.length < held.length;
  const byLogin = aks + byOAuth.length < held.length;
  const signOut = code(byLogin ? "kubectl oidc-login clean" : "kubelogin remove-cache-dir");
  // Without oc logout, oc may go on with the token that it has.
  const ofOc = text`${code("oc logout")}, then ${code("oc login --web")} and the address of the cluster.`;
  const run = (end: string): Text => [
    ...(byKubectl ? text`${signOut}${end}` : ofOc),
    ...(byKubectl && byOAuth.length > 0 ? text` On ${listed(byOAuth.map(code))} run ${ofOc}` : []),
  ];
  const rows: Row[] = [
    ...(byKubectl ? [notInstalled(byLogin ? "kubectl-oidc_login not found" : "kubelogin not found")] : []),
    ...(byOAuth.length > 0 ? [noOc] : []),
    ...(byLogin ? [noBrowser] : []),
    [
      text`${code("Unauthorized")}, ${code("You must be logged in")}`,
      text`The cluster does not accept your sign-in.`,
      text`Run ${run(" and try again. If it stays so, your kubeconfig may be old: ask for a new one.")}`,
    ],
    [
      text`${code("Forbidden")}`,
      text`You are signed in, but may not do this there.`,
      text`Check the namespace. If you were added to a group just now, run ${run(" first.")}`,
    ],
    [
      text`${code("i/o timeout")}, ${code("no such host")}`,
      text`Your machine does not reach the cluster.`,
      text`Connect your VPN.`,
    ],
    ...(byOAuth.length > 0 ? [noUser] : []),
    [
      text`${code("AADSTS50020")}, ${code("AADSTS90072")}`,
      text`Your browser uses another account.`,
      text`Sign in in a private window, with the account of this page.`,
    ],
    ...(aks < held.length && assignmentRequired(login) ? [notAssigned] : []),
    [
      text`${code("AADSTS65001")}, "approval required"`,
      text`An administrator has not approved the sign-in yet.`,
      text`Ask for the approval; you cannot give it.`,
    ],
    [
      text`${code("AADSTS53003")}, ${code("AADSTS53000")}`,
      text`A rule of your organization blocks you here.`,
      text`Use a managed device or another place, or ask.`,
    ],
  ];
  return [heading("If it does not work"), { kind: "table", head: ["You see", "It means", "Do this"], rows }];
}

const notInstalled = (message: string): Row => [
  text`${code(message)}, ${code("unknown command")}`,
  text`kubelogin is not installed, or not on your ${code("PATH")}.`,
  text`Install it, then open a new terminal.`,
];

const noOc: Row = [
  text`${code("oc")} is not found, ${code("unknown flag: --web")}`,
  text`${code("oc")} is not installed, not on your ${code("PATH")}, or too old.`,
  text`Get it from the web console of the cluster, then open a new terminal.`,
];

const noBrowser: Row = [
  text`${code("could not open the browser")}`,
  text`There is no browser on this machine.`,
  text`Connect to it with ${code("ssh -L 8000:localhost:8000")} and the name of the machine. Then open ${code("http://localhost:8000")} in your own browser.`,
];

/** github.com/openshift/oauth-server, pkg/server/errorpage/errorcodes.go */
const noUser: Row = [
  text`"Could not create user", "Could not find user"`,
  text`OpenShift knows another user of your name, or none that is yours.`,
  text`Ask: an administrator of the cluster has to change it.`,
];

const notAssigned: Row = [
  text`${code("AADSTS50105")}`,
  text`You are not in a group that may sign in.`,
  text`Ask to be added.`,
];
