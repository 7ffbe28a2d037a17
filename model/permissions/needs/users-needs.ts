import type { Access } from "../../../config/schema/access";
import { keepsAccounts } from "../../users/account";
import { needs, type Need } from "../need";

/** What the stack `users` asks Microsoft Graph. */
export function usersNeeds(access: Access): Need[] {
  return [...(access.guests.length > 0 ? guestNeeds : []), ...(keepsAccounts(access.users) ? accountNeeds : [])];
}

const byHand = "invite guests by hand, and name them under members by their #EXT# names";
const guestNeeds = [
  ...needs("plan", ["GET users"], { why: "see whether an address is a member's", without: byHand }),
  ...needs("apply", ["POST invitations"], { why: "invite guests", without: byHand }),
  ...needs("apply", ["GET users/{}"], { about: "basic properties", why: "wait for whoever comes", without: byHand }),
];

const elsewhere = "make accounts elsewhere, and leave create out";
const accountNeeds = [
  ...needs("plan", ["GET users", "GET users/$count"], { why: "find the accounts that it made", without: elsewhere }),
  ...needs("apply", ["POST users", "PATCH users/{}"], { why: "make and change accounts", without: elsewhere }),
  ...needs("apply", ["GET users/{}"], { about: "basic properties", why: "wait for whoever comes", without: elsewhere }),
];
