import { withGrants, withTenant } from "../../../access-text";
import { a, describeRules } from "../describe-rules";

const address =
  "must be a mail address that Entra invites: before the @ 1 to 64 letters, digits, . _ - ', neither . nor - at either end";
const domain = "must be a mail address that Entra invites: after the @ a domain such as fabrikam.com";
const long = `${a(60)}.${a(60)}.com`;
const admins = (guests: string, groups: string, policy = "{ guests: refuse }") =>
  `${withGrants("[{ group: admins, clusterRole: cluster-admin }]", groups)}guests: ${guests}\npolicy: ${policy}\n`;

describeRules([
  [
    "an address that Entra does not invite",
    withTenant(
      'guests: [gus+x@fabrikam.com, "gus#@fabrikam.com", { mail: gus }, 5, "g~@fabrikam.com", "g!^@fabrikam.com"]',
    ),
    [
      `access.yaml:2:10 guests[0] ${address}, got "gus+x@fabrikam.com"; Entra accepts no "+" before the @`,
      `access.yaml:2:30 guests[1] ${address}, got "gus#@fabrikam.com"; Entra accepts no "#" before the @`,
      `access.yaml:2:59 guests[2].mail ${address}, got "gus"`,
      "access.yaml:2:66 guests[3] must be a mail address that Entra invites, such as partner@fabrikam.com, got 5",
      `access.yaml:2:69 guests[4] ${address}, got "g~@fabrikam.com"; Entra accepts no "~" before the @`,
      `access.yaml:2:88 guests[5] ${address}, got "g!^@fabrikam.com"; Entra accepts no "!" before the @`,
    ],
    withTenant("guests: [g.u_s-o'hara@fabrikam.com, { mail: pia@fabrikam.com }]"),
  ],
  [
    "an address whose user name has . or - at an end",
    withTenant("guests: [-gus@fabrikam.com, gus.@fabrikam.com]"),
    [
      `access.yaml:2:10 guests[0] ${address}, got "-gus@fabrikam.com"`,
      `access.yaml:2:29 guests[1] ${address}, got "gus.@fabrikam.com"`,
    ],
    withTenant("guests: [_gus_@fabrikam.com]"),
  ],
  [
    "an address in something that is no domain",
    withTenant(`guests: [gus@fabrikam, gus@${a(64)}.com]`),
    [
      `access.yaml:2:10 guests[0] ${domain}, got "gus@fabrikam"`,
      `access.yaml:2:24 guests[1] ${domain}, got "gus@${a(64)}.com"`,
    ],
    withTenant(`guests: [gus@${long}, pia@${a(63)}.${a(63)}.${a(63)}.${a(57)}.com]`),
  ],
  [
    "a guest in a domain longer than a tenant's, who is only a member",
    withTenant(`groups: { devs: { members: [gus@${long}] } }`),
    [
      `access.yaml:2:29 groups.devs.members[0] must be a user principal name such as ada@contoso.com, got "${`gus@${long}`.slice(0, 77)}..."; if it is the address of a guest, put it under guests too`,
    ],
    withTenant(`guests: [Gus@${long}]\ngroups: { devs: { members: [gus@${long}] } }`),
  ],
  [
    "guests that are no list",
    withTenant("guests: gus@fabrikam.com"),
    ['access.yaml:2:9 guests must be a list of mail addresses, got "gus@fabrikam.com"'],
    withTenant("guests: []"),
  ],
  [
    "an unknown key of a guest",
    withTenant("guests: [{ mail: gus@fabrikam.com, sent: true }]"),
    ['access.yaml:2:36 guests[0].sent must be a known key; did you mean "send"?'],
    withTenant("guests: [{ mail: gus@fabrikam.com, send: true }]"),
  ],
  [
    "a guest twice",
    withTenant("guests: [gus@fabrikam.com, { mail: Gus@Fabrikam.com }]"),
    ['access.yaml:2:28 guests[1] must be listed once, got "Gus@Fabrikam.com"'],
    withTenant("guests: [gus@fabrikam.com, { mail: pia@fabrikam.com }]"),
  ],
  [
    "a guest who is called by the address under users",
    withTenant("guests: [gus@fabrikam.com]\nusers: { gus@fabrikam.com: {} }"),
    [
      'access.yaml:2:10 guests[0] must not be under users too: the user principal name of a guest is different, got "gus@fabrikam.com"; look it up in Entra; it looks like gus_fabrikam.com#EXT#@contoso.onmicrosoft.com',
    ],
    withTenant('guests: [gus@fabrikam.com]\nusers: { "gus_fabrikam.com#EXT#@contoso.onmicrosoft.com": {} }'),
  ],
  [
    "guests with cluster-admin where policy.guests refuses them, in a nested group too",
    admins(
      "[gus@fabrikam.com]",
      '{ admins: { members: [Gus@fabrikam.com], groups: [ops] }, ops: { members: ["pia_fabrikam.com#EXT#@contoso.com"] } }',
    ),
    [
      'access.yaml:2:31 groups.admins.members[0] must not be a guest, because policy.guests is "refuse" and this group has cluster-admin on clusters.prod, got "Gus@fabrikam.com"',
      'access.yaml:2:84 groups.ops.members[0] must not be a guest, because policy.guests is "refuse" and this group has cluster-admin on clusters.prod, got "pia_fabrikam.com#EXT#@contoso.com"',
    ],
    admins("[gus@fabrikam.com]", "{ admins: { members: [ada@contoso.com] }, ops: { members: [gus@fabrikam.com] } }"),
  ],
  [
    "a policy that does not exist",
    withTenant("policy: { guests: forbid }"),
    ['access.yaml:2:19 policy.guests must be one of "allow", "refuse", got "forbid"'],
    admins("[gus@fabrikam.com]", "{ admins: { members: [gus@fabrikam.com] } }", "{ guests: allow }"),
  ],
]);
