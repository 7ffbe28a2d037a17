import type { Access } from "../../../../config/schema/access";
import { presentClusters } from "../../../../model/clusters/present-clusters";
import { signInProgram } from "../../../../model/clusters/sign-in-programs";
import { issuerUrl } from "../../../../model/login/login";
import { signInArguments } from "../../../../model/login/sign-in-arguments";
import { changedOf, type Changed, type Cost } from "./cost";

/** Why everybody needs a new kubeconfig. */
export function kubeconfigs(changed: Changed): Cost[] {
  const { before, after } = changed;
  if (before === undefined) return [];
  const told = (reason: string) => ({
    id: "kubeconfigs-change",
    sentence: `Everybody needs a new kubeconfig: ${reason}.`,
  });
  const applications = [
    ...changedOf(changed, "azuread_application", "create"),
    ...changedOf(changed, "azuread_application", "replace"),
  ];
  if (applications.length > 0) return [told("the login application is another one")];
  if (signInOf(before) !== signInOf(after)) return [told("people sign in in another way")];
  const known = new Map(presentClusters(before));
  const come = presentClusters(after).flatMap(([name]) => (known.has(name) ? [] : [name]));
  const other = presentClusters(after).flatMap(([name, cluster]) => {
    const was = known.get(name);
    return was === undefined || signInProgram(was) === signInProgram(cluster) ? [] : [name];
  });
  return [
    ...(come.length === 0 ? [] : [told(`${come.join(", ")} ${come.length === 1 ? "is" : "are"} not in those before`)]),
    ...(other.length === 0 ? [] : [told(`another program signs them in to ${other.join(", ")}`)]),
  ];
}

function signInOf(access: Access): string {
  const { login } = access;
  const client = login.kubectl === "confidential" ? { clientSecret: "secret" } : {};
  return JSON.stringify(signInArguments({ issuerUrl: issuerUrl(access), clientId: "id", settings: login, ...client }));
}
