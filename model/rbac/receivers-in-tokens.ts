import type { Access } from "../../config/schema/access";
import { accessOn } from "../clusters/access-on";
import { receivers, type Receipt } from "./receivers";

/**
 * The same groups as `receivers` tells, but for those that tokens do not list: only assigned groups, and none around these.
 * An AKS cluster sees those around too.
 */
export function receiversInTokens<
  Placed extends { readonly cluster: string; readonly grant: { readonly group: string } },
>(
  access: Pick<Access, "groups" | "login" | "clusters">,
  placed: readonly Placed[],
): ReadonlyMap<string, Receipt<Placed>> {
  const { groups, login } = access;
  if (login.groups.emit !== "assigned") return receivers(groups, placed);
  const flat = Object.entries(groups).map(([key, { existing }]) => [key, { existing, groups: [] }] as const);
  const seesMore = ({ cluster }: Placed) => accessOn(access, cluster) !== access;
  const nested = receivers(groups, placed.filter(seesMore));
  const direct = receivers(
    Object.fromEntries(flat),
    placed.filter((one) => !seesMore(one)),
  );
  return new Map([...nested, ...direct]);
}
