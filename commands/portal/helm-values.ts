import type { Access, Portal } from "../../config/schema/access";
import { guid } from "../../config/schema/names";
import { HelmValues } from "../../config/states/outputs";
import { groupSubject, issuerUrl } from "../../model/login/login";
import { own } from "../../model/own";
import { portalValues } from "../../model/portal/portal-values";

/**
 * The Helm values that this program makes for the access file, with the IDs that a state gives: whoever writes the state decides no more
 * than those.
 *
 * @returns nothing if there are no such IDs in it
 */
export function helmValues(access: Access, portal: Portal, state: unknown) {
  const read = HelmValues.safeParse(state);
  if (!read.success) return undefined;
  const { global, "edp-headlamp": headlamp, "krci-portal": krci } = read.data;
  const clientId = headlamp?.config.oidc.clientID ?? krci?.configEnv.OIDC_CLIENT_ID;
  if (clientId === undefined) return undefined;
  const groupNames = new Map<string, string>();
  for (const role of ["admin", "developer", "viewer"] as const) {
    const key = portal.groups[role];
    if (key === undefined) continue;
    const known = own(access.groups, key)?.existing;
    const { prefix } = access.login.groups;
    const objectId = global[`${role}GroupName`]?.slice(prefix.length) ?? "";
    if (!guid.test(objectId) || (typeof known === "string" && known !== objectId)) return undefined;
    groupNames.set(key, groupSubject(prefix, objectId).join(""));
  }
  return portalValues({
    portal,
    issuerUrl: issuerUrl(access),
    clientId,
    issuer: access.login.issuer,
    groupNames: Object.fromEntries(groupNames),
  });
}
