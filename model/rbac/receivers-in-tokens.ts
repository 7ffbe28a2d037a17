import type { Access } from "../../config/schema/access";
import { receivers, type Receipt } from "./receivers";

/** The same groups as `receivers` tells, but for those that tokens do not list: only assigned groups, and none around these. */
export function receiversInTokens<Placed extends { readonly grant: { readonly group: string } }>(
  { groups, login }: Pick<Access, "groups" | "login">,
  placed: readonly Placed[],
): ReadonlyMap<string, Receipt<Placed>> {
  if (login.groups.emit !== "assigned") return receivers(groups, placed);
  const flat = Object.entries(groups).map(([key, { existing }]) => [key, { existing, groups: [] }] as const);
  return receivers(Object.fromEntries(flat), placed);
}
