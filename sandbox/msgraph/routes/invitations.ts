import { badRequest, GraphError, unreadableBody, valueRequired } from "../graph-error";
import type { Answer, RoutedRequest } from "../graph-request";
import { newId } from "../identifier";
import { rightNow } from "../instant";
import { isObject, type JsonObject, sameText, textAt } from "../json";
import { type Route, route } from "../route";
import type { Entry } from "../entry";
import type { Store } from "../store";
import { names } from "../tables/resource-table";
import { user } from "../tables/user";
import { identity } from "./users";

export const invitationRoutes: readonly Route[] = [route("POST", "invitations", invite)];

const properties = names(`
  invitedUserDisplayName invitedUserEmailAddress invitedUserMessageInfo invitedUserType inviteRedirectUrl
  resetRedemption sendInvitationMessage`);

const noMessage = {
  messageLanguage: null,
  ccRecipients: [{ emailAddress: { name: null, address: null } }],
  customizedMessageBody: null,
};

function invite({ store, body, url, version }: RoutedRequest): Answer {
  if (store.tenant.allowInvitesFrom === "none") {
    // [doc] the setting, [guess] the status and the wording
    throw new GraphError(
      403,
      "Unauthorized",
      "Guest invitations not allowed for your company. Contact your company administrator for more details.",
    );
  }
  const invitation = checkInvitation(body);
  const guest = invitedBefore(store, textAt(invitation, "invitedUserEmailAddress")) ?? newGuest(store, invitation);
  const id = newId();
  return {
    status: 201,
    body: {
      "@odata.context": `${url}/${version}/$metadata#invitations/$entity`,
      id,
      inviteRedeemUrl: `${url}/redeem?rd=${id}`,
      invitedUserDisplayName: invitation["invitedUserDisplayName"] ?? null,
      invitedUserType: invitation["invitedUserType"] ?? "Guest",
      invitedUserEmailAddress: invitation["invitedUserEmailAddress"],
      sendInvitationMessage: invitation["sendInvitationMessage"] ?? false,
      resetRedemption: false,
      inviteRedirectUrl: invitation["inviteRedirectUrl"],
      status: "PendingAcceptance",
      invitedUserMessageInfo: invitation["invitedUserMessageInfo"] ?? noMessage,
      invitedUser: { id: guest.id },
    },
  };
}

function checkInvitation(body: unknown): JsonObject {
  if (!isObject(body)) throw unreadableBody();
  const unknown = Object.keys(body).find((name) => !properties.has(name) && !name.includes("@odata"));
  if (unknown !== undefined) throw badRequest(`Invalid property '${unknown}'.`); // [guess] the wording
  for (const name of ["invitedUserEmailAddress", "inviteRedirectUrl"]) {
    if (textAt(body, name) === "") throw valueRequired(name, "Invitation"); // [doc] create invitation
  }
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(textAt(body, "invitedUserEmailAddress"))) {
    throw badRequest("The invited user email address is invalid.", "BadRequest"); // [guess] the wording
  }
  // [doc] invitation resource type: neither may stand at an end of the user name
  if (/^[.-]|[.-]@/.test(textAt(body, "invitedUserEmailAddress"))) {
    throw badRequest("The invited user email address is invalid.", "BadRequest"); // [guess] the wording
  }
  return body;
}

/** The guest who was invited with this address already: a second invitation leads to the same user. [doc] */
function invitedBefore(store: Store, mail: string): Entry | undefined {
  const existing = store
    .all("users")
    .find(({ data }) => sameText(data["mail"], mail) || sameText(data["userPrincipalName"], mail));
  if (existing === undefined || existing.data["userType"] === "Guest") return existing;
  // [seen]
  throw badRequest(
    `The invited user already exists in the directory as object ID: ${existing.id}. They can use that account to sign in to shared apps and resources.`,
    "BadRequest",
  );
}

function newGuest(store: Store, invitation: JsonObject): Entry {
  const { domains } = store.tenant;
  const mail = textAt(invitation, "invitedUserEmailAddress");
  const mailNickname = `${mail.replace("@", "_")}#EXT#`;
  const initialDomain = domains.find((domain) => domain.endsWith(".onmicrosoft.com")) ?? domains[0] ?? "";
  const userPrincipalName = `${mailNickname}@${initialDomain}`; // [doc]
  return store.create("users", {
    ...user.initial(),
    id: newId(),
    creationType: "Invitation",
    displayName: invitation["invitedUserDisplayName"] ?? mail.split("@")[0],
    externalUserState: "PendingAcceptance",
    externalUserStateChangeDateTime: rightNow(),
    identities: [identity(store, userPrincipalName)],
    mail,
    mailNickname,
    otherMails: [mail],
    proxyAddresses: [`SMTP:${mail}`],
    userPrincipalName,
    userType: invitation["invitedUserType"] ?? "Guest",
  });
}
