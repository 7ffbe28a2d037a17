import { membershipsOf, namedOwners } from "../../model/users/people";
import { own } from "../../model/own";
import { code, heading, listed, paragraph, text, type Block, type Text } from "./block";
import type { Welcome } from "./welcome";

/** Who helps: the owners of the groups that list the person, and whoever sent the page. */
export function contacts({ access, person }: Welcome): Block[] {
  const groups = [...new Set(membershipsOf(access, person).values())];
  const owned = groups.flatMap((key): Text[] => {
    const group = own(access.groups, key);
    const owners = namedOwners(group?.owners ?? []).filter((owner) => owner !== person);
    if (group === undefined || owners.length === 0) return [];
    return [text`About the group ${code(group.displayName ?? key)}: ${listed(owners)}`];
  });
  return [
    heading("Whom to ask"),
    {
      kind: "list",
      items: [...owned, text`${owned.length === 0 ? "Ask" : "About everything else ask"} whoever sent you this page.`],
    },
    paragraph(text`Copy the message that you see. Never send a token or a password.`),
  ];
}
