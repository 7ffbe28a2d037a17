import type { Access } from "../../config/schema/access";
import { own } from "../own";
import { receivers, type Receipt } from "./receivers";

/**
 * The same groups as `receivers` tells, but for those that tokens do not list: only assigned groups, and none around these.
 * An AKS cluster sees those around too.
 */
export function receiversInTokens<
  Placed extends { readonly cluster: string; readonly grant: { readonly group: string } },
>(
  { groups, login, clusters }: Pick<Access, "groups" | "login" | "clusters">,
  placed: readonly Placed[],
): ReadonlyMap<string, Receipt<Placed>> {
  if (login.groups.emit !== "assigned") return receivers(groups, placed);
  const flat = Object.entries(groups).map(([key, { existing }]) => [key, { existing, groups: [] }] as const);
  const isOnAks = ({ cluster }: Placed) => own(clusters, cluster)?.aks !== undefined;
  const nested = receivers(groups, placed.filter(isOnAks));
  const direct = receivers(
    Object.fromEntries(flat),
    placed.filter((one) => !isOnAks(one)),
  );
  return new Map([...nested, ...direct]);
}
