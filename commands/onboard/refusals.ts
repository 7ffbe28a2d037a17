import { assignmentRequired } from "../../model/login/login";
import { aksAmong } from "./aks-among";
import { code, heading, type Block, type Text, text } from "./block";
import type { Welcome } from "./welcome";

type Row = readonly [see: Text, means: Text, remedy: Text];

/** What kubectl, kubelogin and Entra say, and what to do then. */
export function refusals({ access, held }: Welcome): Block[] {
  const { login } = access;
  const byLogin = aksAmong({ access, held }).length < held.length;
  const signOut = code(byLogin ? "kubectl oidc-login clean" : "kubelogin remove-cache-dir");
  const rows: Row[] = [
    [
      text`${code(byLogin ? "kubectl-oidc_login not found" : "kubelogin not found")}, ${code("unknown command")}`,
      text`kubelogin is not installed, or not on your ${code("PATH")}.`,
      text`Install it, then open a new terminal.`,
    ],
    ...(byLogin ? [noBrowser] : []),
    [
      text`${code("Unauthorized")}, ${code("You must be logged in")}`,
      text`The cluster does not accept your sign-in.`,
      text`Run ${signOut} and try again. If it stays so, your kubeconfig may be old: ask for a new one.`,
    ],
    [
      text`${code("Forbidden")}`,
      text`You are signed in, but may not do this there.`,
      text`Check the namespace. If you were added to a group just now, run ${signOut} first.`,
    ],
    [
      text`${code("i/o timeout")}, ${code("no such host")}`,
      text`Your machine does not reach the cluster.`,
      text`Connect your VPN.`,
    ],
    [
      text`${code("AADSTS50020")}, ${code("AADSTS90072")}`,
      text`Your browser uses another account.`,
      text`Sign in in a private window, with the account of this page.`,
    ],
    ...(byLogin && assignmentRequired(login) ? [notAssigned] : []),
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

const noBrowser: Row = [
  text`${code("could not open the browser")}`,
  text`There is no browser on this machine.`,
  text`Connect to it with ${code("ssh -L 8000:localhost:8000")} and the name of the machine. Then open ${code("http://localhost:8000")} in your own browser.`,
];

const notAssigned: Row = [
  text`${code("AADSTS50105")}`,
  text`You are not in a group that may sign in.`,
  text`Ask to be added.`,
];
