import { withTenant } from "../../../access-text";
import { a, describeRules } from "../describe-rules";

describeRules([
  [
    "a group name of 257 characters",
    withTenant(`groups: { devs: { displayName: ${a(257)} } }`),
    [`access.yaml:2:32 groups.devs.displayName must be 256 characters or fewer, got "${a(77)}..."`],
    withTenant(`groups: { devs: { displayName: ${a(256)} } }`),
  ],
  [
    "an empty group name",
    withTenant('groups: { devs: { displayName: "" } }'),
    ['access.yaml:2:32 groups.devs.displayName must not be empty, got ""'],
    withTenant('groups: { devs: { displayName: "d" } }'),
  ],
  [
    "a group name that CDKTF would replace",
    withTenant('groups: { devs: { displayName: "${TfToken[TOKEN.0]}" } }'),
    [
      'access.yaml:2:32 groups.devs.displayName must not contain "TfToken[", which CDKTF replaces, got "${TfToken[TOKEN.0]}"',
    ],
    withTenant('groups: { devs: { displayName: "${TfToken}" } }'),
  ],
  [
    "two groups with one display name",
    withTenant("groups:\n  devs: { displayName: EKS Devs }\n  ops: { displayName: eks devs }"),
    ['access.yaml:4:23 groups.ops.displayName must have a different display name than groups.devs, got "eks devs"'],
    withTenant("groups:\n  devs: { displayName: EKS Devs }\n  ops: { displayName: eks ops }"),
  ],
  [
    "a key that is another group's display name",
    withTenant("groups:\n  devs: { displayName: ops }\n  ops: {}"),
    ["access.yaml:4:3 groups.ops must have a different display name than groups.devs"],
    withTenant("groups:\n  devs: { displayName: ops }\n  ops: { displayName: devs }"),
  ],
  [
    "group keys that would become one address",
    withTenant('groups:\n  "a b": {}\n  ab: {}'),
    [
      'access.yaml:3:3 groups["a b"] must have a key of 1 to 63 letters, digits, - and _, the first a letter, the last a letter or a digit; put the name that people see into displayName',
    ],
    withTenant("groups:\n  a-b: {}\n  a_b: {}\n  ab: {}"),
  ],
  [
    "a group key of 64 characters",
    withTenant(`groups: { ${a(64)}: {} }`),
    [
      `access.yaml:2:11 groups.${a(64)} must have a key of 1 to 63 letters, digits, - and _, the first a letter, the last a letter or a digit; put the name that people see into displayName`,
    ],
    withTenant(`groups: { ${a(63)}: {} }`),
  ],
  [
    "a group key that begins with a digit",
    withTenant("groups: { 2fa: {} }"),
    [
      "access.yaml:2:11 groups.2fa must have a key of 1 to 63 letters, digits, - and _, the first a letter, the last a letter or a digit; put the name that people see into displayName",
    ],
    withTenant("groups: { fa2: {} }"),
  ],
  [
    "a key that JavaScript reserves",
    withTenant("groups: { constructor: {} }"),
    ['access.yaml:2:11 groups.constructor must not be called "constructor", a name that JavaScript reserves'],
    withTenant("groups: { constructors: {} }"),
  ],
  [
    "members that are no list",
    withTenant("groups: { devs: { members: ada@contoso.com } }"),
    ['access.yaml:2:28 groups.devs.members must be a list of user principal names, got "ada@contoso.com"'],
    withTenant("groups: { devs: { members: [ada@contoso.com] } }"),
  ],
  [
    "two people in one entry of a list",
    withTenant('groups: { devs: { members: ["ada@contoso.com; bob@contoso.com"] } }'),
    [
      'access.yaml:2:29 groups.devs.members[0] must be a user principal name such as ada@contoso.com, got "ada@contoso.com; bob@contoso.com"; make each person an entry of the list',
    ],
    withTenant('groups: { devs: { members: ["ada@contoso.com", "bob@contoso.com"] } }'),
  ],
  [
    "a member that is no user principal name",
    withTenant('groups: { devs: { members: [ada, "a b@contoso.com", a.@contoso.com, a@contoso] } }'),
    [
      'access.yaml:2:29 groups.devs.members[0] must be a user principal name such as ada@contoso.com, got "ada"',
      'access.yaml:2:34 groups.devs.members[1] must be a user principal name such as ada@contoso.com, got "a b@contoso.com"; Entra accepts no space before the @',
      'access.yaml:2:53 groups.devs.members[2] must be a user principal name such as ada@contoso.com, got "a.@contoso.com"',
      'access.yaml:2:69 groups.devs.members[3] must be a user principal name such as ada@contoso.com, got "a@contoso"',
    ],
    withTenant('groups: { devs: { members: [a, o\'hara@contoso.com, "x_y.com#EXT#@c.onmicrosoft.com"] } }').replace(
      "a, ",
      "",
    ),
  ],
  [
    "a user principal name of 65 characters before the @",
    withTenant(`groups: { devs: { members: [${a(65)}@contoso.com] } }`),
    [
      `access.yaml:2:29 groups.devs.members[0] must be a user principal name such as ada@contoso.com, got "${a(65)}@contoso.com"`,
    ],
    withTenant(`groups: { devs: { members: [${a(64)}@contoso.com] } }`),
  ],
  [
    "a domain of 49 characters",
    withTenant(`groups: { devs: { members: [a@${a(45)}.com] } }`),
    [
      `access.yaml:2:29 groups.devs.members[0] must be a user principal name such as ada@contoso.com, got "a@${a(45)}.com"; if it is the address of a guest, put it under guests too`,
    ],
    withTenant(`groups: { devs: { members: [a@${a(44)}.com] } }`),
  ],
  [
    "a group name with an apostrophe",
    withTenant('groups: { devs: { displayName: "Dev\'s" } }'),
    [
      "access.yaml:2:32 groups.devs.displayName must not contain ', which the azuread provider cannot look up; write ’ instead, got \"Dev's\"",
    ],
    withTenant('groups: { devs: { displayName: "Dev’s" } }'),
  ],
  [
    "a guest by mail address and by user principal name in one group",
    withTenant(
      'guests: [gus@fabrikam.com]\ngroups: { devs: { members: [gus@fabrikam.com, "Gus_fabrikam.com#EXT#@contoso.onmicrosoft.com"] } }',
    ),
    [
      'access.yaml:3:47 groups.devs.members[1] must be listed once in a group: this is the guest gus@fabrikam.com, who is listed already, got "Gus_fabrikam.com#EXT#@contoso.onmicrosoft.com"',
    ],
    withTenant(
      'guests: [gus@fabrikam.com]\ngroups: { devs: { members: [gus@fabrikam.com, "pia_fabrikam.com#EXT#@contoso.onmicrosoft.com"] } }',
    ),
  ],
  [
    "a member twice",
    withTenant("groups: { devs: { members: [ada@contoso.com, Ada@Contoso.com] } }"),
    ['access.yaml:2:46 groups.devs.members[1] must be listed once in a group, got "Ada@Contoso.com"'],
    withTenant("groups: { devs: { members: [ada@contoso.com] }, ops: { members: [Ada@Contoso.com] } }"),
  ],
]);
