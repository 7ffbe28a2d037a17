import { onceFor } from "../../../model/once-for";
import { strings, type Draft } from "../../draft";
import type { Mistake, Path } from "../../mistake";
import { isGuestAddress, isUserPrincipalName } from "../../schema/names";
import type { Rule } from "../rule";

/** The mail addresses of the guests that are listed, each with its position. */
export const mailsIn = onceFor((guests: Draft["guests"]) =>
  strings(guests.map((guest) => (typeof guest === "object" && guest !== null && "mail" in guest ? guest.mail : guest))),
);

/** The same, as Entra compares them. */
export const invitedBy = onceFor(
  (guests: Draft["guests"]): ReadonlySet<string> => new Set(mailsIn(guests).map(({ text }) => text.toLowerCase())),
);

/** One invitation each, and nobody who stands in the file as somebody else. */
export const guestList: Rule = function* ({ guests, users }) {
  const names = new Set(Object.keys(users).map((name) => name.toLowerCase()));
  const seen = new Set<string>();
  for (const { index, text } of mailsIn(guests)) {
    const mail = text.toLowerCase();
    if (seen.has(mail)) yield { path: ["guests", index], must: "must be listed once", got: `"${text}"` };
    if (names.has(mail)) yield asUser(["guests", index], text);
    seen.add(mail);
  }
};
guestList.brings = { "guests[]": "must be listed once, and not be under users" };

function asUser(path: Path, text: string): Mistake {
  return {
    path,
    must: "must not be under users too: the user principal name of a guest is different",
    got: `"${text}"`,
    hint: "look it up in Entra; it looks like gus_fabrikam.com#EXT#@contoso.onmicrosoft.com",
  };
}

/** An address in a domain that is too long for a tenant's own people can only be a guest's. */
export const guestMembers: Rule = function* ({ guests, groups }) {
  const invited = invitedBy(guests);
  for (const [key, { members }] of Object.entries(groups)) {
    for (const { index, text } of strings(members)) {
      if (isUserPrincipalName(text) || !isGuestAddress(text) || invited.has(text.toLowerCase())) continue;
      yield {
        path: ["groups", key, "members", index],
        must: "must be a user principal name such as ada@contoso.com",
        hint: "if it is the address of a guest, put it under guests too",
      };
    }
  }
};
guestMembers.brings = { "groups.*.members": "must be a user principal name, or the address of a guest under guests" };
