import { NamedLocation, type NamedLocationConfig } from "@cdktf/provider-azuread/lib/named-location";
import type { Construct } from "constructs";
import type { ConditionalAccessSettings } from "../../config/schema/access";
import { literal } from "../terraform/literal";

/**
 * The object IDs of the allowed locations. Ranges and countries become named locations, one each, since Entra keeps the
 * two apart; existing ones come last.
 *
 * @param name what the names of locations begin with
 */
export function allowedLocations(
  scope: Construct,
  name: string,
  { ranges, countries, existing = [] }: NonNullable<ConditionalAccessSettings["allowedLocations"]>,
): string[] {
  const make = (id: string, kind: Pick<NamedLocationConfig, "ip" | "country">) => {
    const location = new NamedLocation(scope, id, { displayName: literal(`${name}: ${id}`), ...kind });
    location.overrideLogicalId(id);
    // A policy takes the object ID; `id` is a path, and is refused at apply.
    return location.objectId;
  };
  return [
    // A trusted location would count in other policies and in risk, too.
    ...(ranges === undefined ? [] : [make("ranges", { ip: { ipRanges: [...ranges].sort(), trusted: false } })]),
    ...(countries === undefined
      ? []
      : [make("countries", { country: { countriesAndRegions: [...countries].sort() } })]),
    ...[...existing].sort(),
  ];
}
