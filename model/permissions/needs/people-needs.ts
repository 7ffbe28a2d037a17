import type { Access, Group } from "../../../config/schema/access";
import { guid } from "../../../config/schema/names";
import { groupOwnersOf, peopleOf } from "../../users/people";
import { needs, type Need } from "../need";

/** What the stack `people` asks Microsoft Graph. */
export function peopleNeeds(access: Access): Need[] {
  const groups = Object.values(access.groups);
  const looked = peopleOf(access).length + groupOwnersOf(access).length > 0;
  return [
    ...(looked ? needs("plan", ["GET users"], { about: "basic properties", why: "find people by name" }) : []),
    ...(groups.length > 0 ? readsGroups : []),
    ...groups.flatMap((group) => (group.existing === undefined ? managed(group) : existing(group))),
  ];
}

const readsGroups = needs(
  "plan",
  ["GET groups", "GET groups/{}", "GET groups/{}/members", "GET groups/{}/memberOf", "GET groups/{}/owners"],
  { why: "read groups, their members and owners" },
);

function managed({ owners, protected: isProtected, rule, members, groups }: Group): Need[] {
  const whose = {
    owned: owners === undefined,
    ...(isProtected ? ({ about: "role-assignable group" } as const) : {}),
  };
  const why = isProtected ? "keep protected groups" : "make, change and delete groups";
  const without = isProtected ? "leave protected out, and let Groups Administrators change the group" : undefined;
  const unowned = owners === undefined ? without : (without ?? ownGroups);
  const changing = ["PATCH groups/{}", "DELETE groups/{}"];
  const joining = ["POST groups/{}/members/$ref", "DELETE groups/{}/members/{}/$ref"];
  return [
    ...needs("apply", ["POST groups"], { ...whose, why, without }),
    ...needs("apply", changing, {
      ...whose,
      why: owners === undefined ? why : `${why} that others own`,
      without: unowned,
    }),
    ...(rule === undefined || members.length + groups.length > 0
      ? needs("apply", joining, { ...whose, why, without: unowned })
      : []),
    ...(owners === undefined ? [] : owning(owners, whose)),
  ];
}

const ownGroups = "leave owners out: the deploying identity then owns the groups that it makes";

/** azuread looks each owner but itself up before it makes a group. */
function owning(owners: readonly string[], whose: Pick<Need, "about" | "owned">): Need[] {
  const ids = owners.filter((owner) => guid.test(owner));
  return [
    ...needs("apply", ["POST groups/{}/owners/$ref", "DELETE groups/{}/owners/{}/$ref"], {
      ...whose,
      why: "name owners of groups",
      without: ownGroups,
    }),
    ...(ids.length < owners.length
      ? needs("apply", ["GET directoryObjects/{}"], {
          about: "a user",
          why: "name owners of groups",
          without: ownGroups,
        })
      : []),
    ...(ids.length > 0
      ? needs("apply", ["GET directoryObjects/{}"], {
          why: "name owners of groups by object ID",
          without: "name owners by user principal name, or nobody but the deploying identity by object ID",
        })
      : []),
  ];
}

function existing({ members, groups }: Group): Need[] {
  if (members.length + groups.length === 0) return [];
  return needs("apply", ["POST groups/{}/members/$ref", "DELETE groups/{}/members/{}/$ref"], {
    why: "add members to groups that exist",
    without: "let their owners add members",
  });
}
