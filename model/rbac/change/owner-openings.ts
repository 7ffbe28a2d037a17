import type { Access } from "../../../config/schema/access";
import { clientGrants } from "../../clients/client-grants";
import { own } from "../../own";
import { isGuest } from "../../users/people";
import { byChart } from "../strong-grants";
import { presentGrants, receivers } from "../receivers";
import type { HeldOpening, Opening } from "./opening";

/** Who owns the login, or a group that has anything, or manages one: such a person can let anybody in. */
export function ownerOpenings(before: Access, after: Access): HeldOpening[] {
  const [was, is] = [ownershipsOf(before), ownershipsOf(after)];
  return [
    ...beyond("gain", after, is, was),
    ...beyond("loss", before, was, is),
    ...managed("gain", before, after),
    ...managed("loss", after, before),
  ];
}

/** Groups that one protects and the other does not: learn.microsoft.com/entra/identity/role-based-access-control/groups-concept */
function managed(kind: Opening["kind"], one: Access, other: Access): HeldOpening[] {
  const [had, has] = [givenIn(one), givenIn(other)];
  return Object.keys(other.groups).flatMap((key): HeldOpening[] => {
    const [was, is] = [own(one.groups, key), own(other.groups, key)];
    if (was?.protected !== true || is?.protected === true || !had.has(key) || !has.has(key)) return [];
    const opening = { kind, what: "managed group", where: key, at: ["groups", key] } as const;
    return [[{ name: "", kind: "group manager" }, opening]];
  });
}

const givenIn = ({ groups, clusters, portal, clients }: Access) =>
  receivers(groups, [
    ...presentGrants<{ readonly group: string }>(clusters),
    ...byChart(portal),
    ...clientGrants(clients),
  ]);

interface Ownership extends Pick<Opening, "what" | "where" | "at"> {
  readonly owner: string;
}

function ownershipsOf(access: Access): ReadonlyMap<string, Ownership> {
  const { login, groups } = access;
  const given = givenIn(access);
  const all = [
    ...(login.owners ?? []).map((owner): Ownership => ({ owner, what: "login", where: "", at: ["login", "owners"] })),
    ...Object.entries(groups).flatMap(([key, { owners = [] }]) =>
      given.has(key)
        ? owners.map((owner): Ownership => ({ owner, what: "group", where: key, at: ["groups", key, "owners"] }))
        : [],
    ),
  ];
  return new Map(all.map((one) => [JSON.stringify([one.owner.toLowerCase(), one.what, one.where]), one]));
}

function beyond(
  kind: Opening["kind"],
  access: Access,
  one: ReadonlyMap<string, Ownership>,
  other: ReadonlyMap<string, Ownership>,
): HeldOpening[] {
  return [...one].flatMap(([key, { owner, ...opening }]): HeldOpening[] =>
    other.has(key)
      ? []
      : [
          [
            { name: owner, kind: isGuest(access, owner) ? "guest" : "person" },
            { kind, ...opening },
          ],
        ],
  );
}
