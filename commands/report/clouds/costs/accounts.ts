import { keepsAccounts } from "../../../../model/users/account";
import type { Changed, Cost } from "./cost";

/** Accounts of people whom this program makes, and guests. */
export function accounts({ after, people: { coming, going } }: Changed): Cost[] {
  const remove = after.allow.includes("delete-users");
  const guests = new Map(after.guests.map(({ mail, send }) => [mail, send]));
  return [
    ...coming.map((person) => {
      const mailed = guests.get(person);
      if (mailed === undefined) return { id: "account-made", sentence: `Entra gets an account for ${person}.` };
      const mail = mailed ? ", and Microsoft sends a mail" : ", and nobody gets a mail";
      return { id: "guest-invited", sentence: `${person} is invited as a guest${mail}.` };
    }),
    ...(keepsAccounts(after.users) ? going : []).map((person) => ({
      id: remove ? "account-deleted" : "account-disabled",
      sentence: `The account of ${person} is ${remove ? "deleted" : "disabled"}.`,
    })),
  ];
}
