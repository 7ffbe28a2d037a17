import { z } from "zod";
import { always } from "../always";
import { Guid } from "../names";

const addressOf = (range: string) =>
  range
    .replace(/\/.*/, "")
    .split(".")
    .reduce((sum, part) => sum * 256 + Number(part), 0);

const octet = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

/** What Entra takes as a range: learn.microsoft.com/entra/identity/conditional-access/concept-assignment-network. IPv6 is left out: azuread sends every range as IPv4. */
const Range = z
  .cidrv4({ error: "must be an IPv4 range such as 203.0.113.0/24", abort: true })
  .refine((range) => Number(range.split("/")[1]) > 8, "must have a mask longer than /8")
  .refine(
    (range) => addressOf(range) % 2 ** (32 - Number(range.split("/")[1])) === 0,
    "must begin with the first address of the range",
  )
  .refine(
    (range) => !/^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(range),
    "must not be private: Entra sees the public address of a person",
  )
  .meta({
    pattern: `^(?!10\\.|192\\.168\\.|172\\.(1[6-9]|2\\d|3[01])\\.)${octet}(\\.${octet}){3}/(9|[12]\\d|3[0-2])$`,
  });

const Country = z.string().regex(/^[A-Z]{2}$/, "must be a country as two capital letters such as DE");

/** @param what the entries, such as `ranges` */
const placesOf = <T extends z.ZodType>(entry: T, what: string) =>
  z
    .array(entry, { error: `must be a list of ${what}` })
    .min(1, `must name ${what}; remove the key if you need none`)
    .refine((entries) => new Set(entries).size === entries.length, `must list each of the ${what} once`)
    .optional();

const AllowedLocations = z
  .strictObject({
    ranges: placesOf(Range, "IPv4 ranges").describe(
      "IPv4 ranges. The program creates a named location for them. Default: none.",
    ),
    countries: placesOf(Country, "countries").describe(
      "Countries as two letters (ISO 3166-1). The program creates a named location for them. Default: none.",
    ),
    existing: placesOf(Guid, "object IDs").describe(
      "Named locations that exist in Entra, by object ID. Default: none.",
    ),
  })
  .refine((places) => Object.values(places).some((place) => place !== undefined), {
    error: "must name a place: ranges, countries or existing",
    ...always,
  })
  .meta({ minProperties: 1 });

/** `; write 1d` for `24h`. */
function inDays(text: string): string {
  const hours = Number(/^(\d{2,4})h$/.exec(text)?.[1] ?? 0);
  return hours >= 24 && hours % 24 === 0 && hours <= 365 * 24 ? `; write ${String(hours / 24)}d` : "";
}

export const ConditionalAccess = z
  .strictObject({
    state: z
      .enum(["report-only", "enabled", "disabled"])
      .default("report-only")
      .describe(
        "report-only: Entra judges and logs sign-ins, and stops nobody. enabled: it stops them. disabled: it does nothing.",
      ),
    breakGlass: z
      .string()
      .describe(
        'Group that no policy applies to, for the day on which a policy locks everybody out. A key of "groups", or an object ID.',
      ),
    mfa: z.boolean().default(false).describe("Whether people need multifactor authentication."),
    compliantDevice: z
      .boolean()
      .default(false)
      .describe("Whether people need a device that Intune marks as compliant. With mfa they need both."),
    signInFrequency: z
      .string()
      .regex(/^(([1-9]|1\d|2[0-3])h|([1-9]\d?|[12]\d\d|3[0-5]\d|36[0-5])d)$/, {
        error: ({ input }) => `must be 1h to 23h or 1d to 365d${inDays(String(input))}`,
      })
      .optional()
      .describe(
        "How long a sign-in lasts before people must sign in again: 1h to 23h, or 1d to 365d. Default: Entra's own.",
      ),
    allowedLocations: AllowedLocations.optional().describe(
      "Where people may sign in from. Entra blocks sign-ins from everywhere else. Default: everywhere.",
    ),
  })
  .refine(
    (given) =>
      given.mfa || given.compliantDevice || given.signInFrequency !== undefined || given.allowedLocations !== undefined,
    {
      error: "must require something: mfa, compliantDevice, signInFrequency or allowedLocations",
      ...always,
    },
  )
  .meta({
    allOf: [
      {
        anyOf: [
          { required: ["mfa"], properties: { mfa: { const: true } } },
          { required: ["compliantDevice"], properties: { compliantDevice: { const: true } } },
          { required: ["signInFrequency"] },
          { required: ["allowedLocations"] },
        ],
      },
    ],
  })
  .describe(
    "Conditional Access policies for sign-ins to this application. They need Entra ID P1. They reach kubectl only through a kubeconfig of this program. Default: none.",
  );
