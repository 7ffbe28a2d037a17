import type { Access } from "../../../config/schema/access";
import type { HeldOpening, Opening } from "./opening";

type Conditions = NonNullable<Access["login"]["conditionalAccess"]>;

/** Whom Entra lets in to the login otherwise than before: another tenant's people, and people who meet no condition any more. */
export function loginOpenings(before: Access, after: Access): HeldOpening[] {
  return [...tenantOpenings(before, after), ...beyond("gain", before, after), ...beyond("loss", after, before)];
}

function tenantOpenings({ tenant: was }: Access, { tenant: is }: Access): HeldOpening[] {
  if (was.toLowerCase() === is.toLowerCase()) return [];
  const opening = (kind: Opening["kind"]) => ({ kind, what: "tenant", where: "", at: ["tenant"] }) as const;
  return [
    [{ name: is, kind: "tenant" }, opening("gain")],
    [{ name: was, kind: "tenant" }, opening("loss")],
  ];
}

/** Whom one demands something of, or keeps out, and the other does not. */
function beyond(kind: Opening["kind"], { login: one }: Access, { login: other }: Access): HeldOpening[] {
  const [strict, loose] = [enabled(one.conditionalAccess), enabled(other.conditionalAccess)];
  if (strict === undefined) return [];
  const opening = (what: Opening["what"], key: string): Opening => {
    return { kind, what, where: "", at: ["login", "conditionalAccess", key] };
  };
  const { breakGlass } = strict;
  return [
    ...conditionsBeyond(strict, loose).map(([key, name]): HeldOpening => [
      { name, kind: "without condition" },
      opening("conditions", key),
    ]),
    ...(loose === undefined || loose.breakGlass === breakGlass
      ? []
      : [[{ name: loose.breakGlass, kind: "in group" }, opening("break glass", "breakGlass")] as const]),
  ];
}

/** A policy that only reports stops nobody. */
const enabled = (conditions: Conditions | undefined) => (conditions?.state === "enabled" ? conditions : undefined);

function conditionsBeyond(strict: Conditions, loose: Conditions | undefined): (readonly [key: string, name: string])[] {
  const { mfa, compliantDevice, signInFrequency, allowedLocations } = strict;
  return [
    ...(mfa && loose?.mfa !== true ? [["mfa", "multifactor authentication"] as const] : []),
    ...(compliantDevice && loose?.compliantDevice !== true ? [["compliantDevice", "a compliant device"] as const] : []),
    ...(signInFrequency !== undefined && hoursOf(signInFrequency) < hoursOf(loose?.signInFrequency)
      ? [["signInFrequency", `a sign-in of the last ${signInFrequency}`] as const]
      : []),
    ...(allowedLocations !== undefined && !areWithin(loose?.allowedLocations, allowedLocations)
      ? [["allowedLocations", "a place of login.conditionalAccess.allowedLocations"] as const]
      : []),
  ];
}

const hoursOf = (text: string | undefined) =>
  text === undefined ? Number.POSITIVE_INFINITY : Number.parseInt(text, 10) * (text.endsWith("d") ? 24 : 1);

type Places = Conditions["allowedLocations"];

/** Whether every place that one allows the other allows as it is written. */
const areWithin = (one: Places, other: NonNullable<Places>): boolean =>
  one !== undefined &&
  (["ranges", "countries", "existing"] as const).every((kind) =>
    (one[kind] ?? []).every((place) => other[kind]?.includes(place) === true),
  );
