import type { Access } from "../../../config/schema/access";
import { clientGrants } from "../../clients/client-grants";
import { isGuest } from "../../users/people";
import { byChart } from "../strong-grants";
import { presentGrants, receivers } from "../receivers";
import type { HeldOpening, Opening } from "./opening";

/** Who owns the login, or a group that has anything: such a person can let anybody in. */
export function ownerOpenings(before: Access, after: Access): HeldOpening[] {
  const [was, is] = [ownershipsOf(before), ownershipsOf(after)];
  return [...beyond("gain", after, is, was), ...beyond("loss", before, was, is)];
}

interface Ownership extends Pick<Opening, "what" | "where" | "at"> {
  readonly owner: string;
}

function ownershipsOf({ login, groups, clusters, portal, clients }: Access): ReadonlyMap<string, Ownership> {
  const given = receivers(groups, [
    ...presentGrants<{ readonly group: string }>(clusters),
    ...byChart(portal),
    ...clientGrants(clients),
  ]);
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
