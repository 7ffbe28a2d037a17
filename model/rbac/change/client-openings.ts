import type { Access } from "../../../config/schema/access";
import { clientRoles, type ClientRole } from "../../clients/preset";
import { presetOf } from "../../clients/presets";
import { comparedClusters } from "./compared-clusters";
import { holdersOf, type Holder, type Standing } from "./holders";
import type { HeldOpening, Opening } from "./opening";

interface GivenRole extends Pick<Opening, "what" | "where" | "at"> {
  readonly group: string;
}

/** What web clients that judge for themselves let the members of groups do: the API server never sees who it was. */
export function clientOpenings(before: Access, after: Access): HeldOpening[] {
  const [was, is] = [
    givenBy(before, placesOf(before, after, "before")),
    givenBy(after, placesOf(before, after, "after")),
  ];
  if (was.size + is.size === 0) return [];
  return holdersOf(before, after).flatMap(([holder, then, now]) => {
    const [had, has] = [heldBy(was, then), heldBy(is, now)];
    return [...beyond("gain", holder, has, had), ...beyond("loss", holder, had, has)];
  });
}

/** How the comparison calls each cluster of one of both files. */
const placesOf = (before: Access, after: Access, side: "before" | "after") =>
  new Map(comparedClusters(before, after).flatMap((one) => (one[side] === undefined ? [] : [[one.key, one.name]])));

/** By what identifies a role: a client that only gets another key is the same one. */
function givenBy({ clients }: Access, places: ReadonlyMap<string, string>): ReadonlyMap<string, readonly GivenRole[]> {
  const found = new Map<string, GivenRole[]>();
  for (const [where, { preset, cluster, url, groups }] of Object.entries(clients)) {
    for (const role of clientRoles) {
      const key = JSON.stringify([role, preset, places.get(cluster) ?? cluster, url]);
      const given = groups[role].map((group, index): GivenRole => {
        return { group, what: whatOf(role, preset), where, at: ["clients", where, "groups", role, index] };
      });
      found.set(key, [...(found.get(key) ?? []), ...given]);
    }
  }
  return found;
}

const whatOf = (role: ClientRole, preset: Access["clients"][string]["preset"]): Opening["what"] =>
  role === "admin" && presetOf({ preset })?.adminsAreClusterAdmin === true ? "client cluster-admin" : `client ${role}`;

/** Whoever Entra does not let in has no role. */
const heldBy = (given: ReadonlyMap<string, readonly GivenRole[]>, { memberships, isLetIn }: Standing) =>
  new Map(
    [...given].flatMap(([key, roles]) => {
      const role = isLetIn ? roles.find(({ group }) => memberships.has(group)) : undefined;
      return role === undefined ? [] : [[key, role] as const];
    }),
  );

const beyond = (
  kind: Opening["kind"],
  holder: Holder,
  one: ReadonlyMap<string, GivenRole>,
  other: ReadonlyMap<string, GivenRole>,
): HeldOpening[] =>
  [...one].flatMap(([key, { what, where, at }]): HeldOpening[] =>
    other.has(key) ? [] : [[holder, { kind, what, where, at }]],
  );
