import { tenant, withTenant } from "../../../access-text";
import { describeRules } from "../describe-rules";

const policy = (entries: string, more = "") =>
  withTenant(`groups: { rescue: {} }\nlogin: { conditionalAccess: { ${entries} }${more} }`);
const places = (entries: string) => policy(`breakGlass: rescue, allowedLocations: { ${entries} }`);

describeRules([
  [
    "a policy without a break-glass group",
    policy("mfa: true"),
    ["access.yaml:3:29 login.conditionalAccess.breakGlass must be given"],
    policy("mfa: true, breakGlass: rescue"),
  ],
  [
    "an unknown break-glass group",
    policy("mfa: true, breakGlass: rescu"),
    [
      'access.yaml:3:54 login.conditionalAccess.breakGlass must name a group defined under "groups", or be an object ID, got "rescu"; did you mean "rescue"?',
    ],
    policy(`mfa: true, breakGlass: ${tenant}`),
  ],
  [
    "a policy that demands nothing",
    policy("breakGlass: rescue, mfa: false"),
    [
      "access.yaml:3:29 login.conditionalAccess must require something: mfa, compliantDevice, signInFrequency or allowedLocations",
    ],
    policy("breakGlass: rescue, compliantDevice: true"),
  ],
  [
    "a policy on v1",
    policy("breakGlass: rescue, mfa: true", ", issuer: v1"),
    [
      'access.yaml:3:10 login.conditionalAccess must be used with the v2 issuer: on v1, kubectl cannot ask for this application, so no policy applies; set login.issuer to "v2"',
    ],
    policy("breakGlass: rescue, mfa: true", ", issuer: v2"),
  ],
  [
    "an unknown state",
    policy("breakGlass: rescue, mfa: true, state: report"),
    [
      'access.yaml:3:69 login.conditionalAccess.state must be one of "report-only", "enabled", "disabled", got "report"; did you mean "report-only"?',
    ],
    policy("breakGlass: rescue, mfa: true, state: report-only"),
  ],
  ...(
    [
      ["24h", "23h", "; write 1d"],
      ["0h", "1h", ""],
      ["366d", "365d", ""],
      ["7w", "7d", ""],
    ] as const
  ).map(
    ([refused, allowed, hint]) =>
      [
        `a sign-in frequency of ${refused}`,
        policy(`breakGlass: rescue, signInFrequency: ${refused}`),
        [
          `access.yaml:3:68 login.conditionalAccess.signInFrequency must be 1h to 23h or 1d to 365d, got "${refused}"${hint}`,
        ],
        policy(`breakGlass: rescue, signInFrequency: ${allowed}`),
      ] as const,
  ),
  [
    "allowed locations that name none",
    places(""),
    ["access.yaml:3:69 login.conditionalAccess.allowedLocations must name a place: ranges, countries or existing"],
    places("countries: [DE]"),
  ],
  [
    "an empty list of ranges",
    places("ranges: []"),
    [
      "access.yaml:3:79 login.conditionalAccess.allowedLocations.ranges must name IPv4 ranges; remove the key if you need none",
    ],
    places("ranges: [203.0.113.0/24]"),
  ],
  ...(
    [
      ["203.0.113.0", "must be an IPv4 range such as 203.0.113.0/24", "203.0.113.0/32"],
      ["203.0.0.0/8", "must have a mask longer than /8", "203.0.0.0/9"],
      ["203.0.113.1/31", "must begin with the first address of the range", "203.0.113.2/31"],
      ["172.31.0.0/16", "must not be private: Entra sees the public address of a person", "172.32.0.0/16"],
    ] as const
  ).map(
    ([refused, must, allowed]) =>
      [
        `the range ${refused}`,
        places(`ranges: [${refused}]`),
        [`access.yaml:3:80 login.conditionalAccess.allowedLocations.ranges[0] ${must}, got "${refused}"`],
        places(`ranges: [${allowed}]`),
      ] as const,
  ),
  [
    "a country in small letters",
    places("countries: [de]"),
    [
      'access.yaml:3:83 login.conditionalAccess.allowedLocations.countries[0] must be a country as two capital letters such as DE, got "de"',
    ],
    places("countries: [DE]"),
  ],
  [
    "a country twice",
    places("countries: [DE, FR, DE]"),
    ["access.yaml:3:82 login.conditionalAccess.allowedLocations.countries must list each of the countries once"],
    places("countries: [DE, FR]"),
  ],
  [
    "an existing location by name",
    places("existing: [office]"),
    [
      'access.yaml:3:82 login.conditionalAccess.allowedLocations.existing[0] must be a GUID such as 8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11, got "office"',
    ],
    places(`existing: [${tenant}]`),
  ],
]);
