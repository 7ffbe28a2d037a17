import { letsGuestsIn } from "../../../model/groups/membership-rule";
import { receivers } from "../../../model/rbac/receivers";
import { strengthInWords, strongGrants } from "../../../model/rbac/strong-grants";
import { isGuest } from "../../../model/users/people";
import { strings } from "../../draft";
import type { Mistake } from "../../mistake";
import type { Rule } from "../rule";
import { mailsIn } from "../users/guests";

/** What `policy.guests` refuses: guests in a group that is as good as cluster-admin, or who can let somebody into one. */
export const guestAdmins: Rule = function* (draft) {
  const { policy, groups, login } = draft;
  if (policy.guests !== "refuse") return;
  const invited = mailsIn(draft.guests).map(({ text }) => ({ mail: text.toLowerCase() }));
  const guestsIn = (list: readonly unknown[] | undefined) =>
    strings(list).filter(({ text }) => isGuest({ guests: invited }, text.toLowerCase()));
  const known = new Map(Object.entries(groups));
  for (const [key, { grant }] of receivers(groups, strongGrants(draft, "cluster-admin", "own", "built-in"))) {
    const group = known.get(key);
    const has = `because policy.guests is "refuse" and this group has ${strengthInWords[grant.strength]} on clusters.${grant.cluster}${grant.by}`;
    for (const { index } of guestsIn(group?.members)) {
      yield { path: ["groups", key, "members", index], must: `must not be a guest, ${has}` };
    }
    for (const { index } of guestsIn(group?.owners)) {
      const must = `must not be a guest, who as an owner could add anybody, ${has}`;
      yield { path: ["groups", key, "owners", index], must };
    }
    if (group?.rule !== undefined && letsGuestsIn(group.rule)) {
      yield { path: ["groups", key, "rule"], must: `must not let guests in, ${has}` };
    }
  }
  for (const { index } of guestsIn(login.owners)) yield ownerOfLogin(index);
};
guestAdmins.brings = {
  "groups.*.members": "must not be a guest in a strong group with `policy.guests: refuse`",
  "groups.*.owners": "must not be a guest in a strong group with `policy.guests: refuse`",
  "groups.*.rule": "must not let guests into a strong group with `policy.guests: refuse`",
  "login.owners": "must not be a guest with `policy.guests: refuse`",
};

const ownerOfLogin = (index: number): Mistake => ({
  path: ["login", "owners", index],
  must: 'must not be a guest, because policy.guests is "refuse" and an owner of the application decides what its tokens say',
});
