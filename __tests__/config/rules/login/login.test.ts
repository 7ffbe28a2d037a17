import { tenant, withTenant } from "../../../access-text";
import { a, describeRules } from "../describe-rules";

describeRules([
  [
    "an issuer that is neither v1 nor v2",
    withTenant("login: { issuer: v3 }"),
    ['access.yaml:2:18 login.issuer must be one of "v1", "v2", got "v3"'],
    withTenant("login: { issuer: v1 }"),
  ],
  [
    "kubectl in another way",
    withTenant("login: { kubectl: secret }"),
    ['access.yaml:2:19 login.kubectl must be one of "public", "confidential", got "secret"'],
    withTenant("login: { kubectl: confidential }"),
  ],
  [
    "a prefix that Kubernetes reserves",
    withTenant('login: { groups: { prefix: "system:" } }'),
    [
      'access.yaml:2:28 login.groups.prefix must not contain "system:", which Kubernetes reserves, got "system:"; try "entra:"',
    ],
    withTenant('login: { groups: { prefix: "system" } }'),
  ],
  [
    "a prefix that holds a reserved one, in capitals",
    withTenant('login: { username: { prefix: "xSYSTEM:x" } }'),
    [
      'access.yaml:2:30 login.username.prefix must not contain "system:", which Kubernetes reserves, got "xSYSTEM:x"; try "entra:"',
    ],
    withTenant('login: { username: { prefix: "xSYSTEMx:" } }'),
  ],
  [
    "a prefix that would switch prefixes off",
    withTenant('login: { username: { prefix: "-" } }'),
    ['access.yaml:2:30 login.username.prefix must not be "-", got "-"; write "" for no prefix'],
    withTenant('login: { username: { prefix: "" } }'),
  ],
  [
    "a prefix with a space",
    withTenant('login: { groups: { prefix: "entra :" } }'),
    ['access.yaml:2:28 login.groups.prefix must be printable ASCII without spaces, got "entra :"'],
    withTenant('login: { groups: { prefix: "entra_:" } }'),
  ],
  [
    "a prefix of 65 characters",
    withTenant(`login: { groups: { prefix: ${a(65)} } }`),
    [`access.yaml:2:28 login.groups.prefix must be 64 characters or fewer, got "${a(65)}"`],
    withTenant(`login: { groups: { prefix: ${a(64)} } }`),
  ],
  [
    "a user-name claim that Entra does not know",
    withTenant("login: { username: { claim: nickname } }"),
    [
      'access.yaml:2:29 login.username.claim must be one of "upn", "email", "preferred_username", "oid", "sub", got "nickname"',
    ],
    withTenant("login: { username: { claim: oid } }"),
  ],
  [
    "device codes of the v1 issuer",
    withTenant("login: { issuer: v1, deviceCode: true }"),
    [
      'access.yaml:2:34 login.deviceCode must be false with issuer "v1", because kubelogin cannot read its device codes, got true',
    ],
    withTenant("login: { issuer: v2, deviceCode: true }"),
  ],
  [
    "device codes beside a client secret",
    withTenant("login: { kubectl: confidential, deviceCode: true }"),
    [
      'access.yaml:2:45 login.deviceCode must be false with kubectl "confidential", because Entra takes no client secret with a device code, got true',
    ],
    withTenant("login: { kubectl: public, deviceCode: true }"),
  ],
  [
    "a user-name claim that this issuer does not emit",
    withTenant("login: { issuer: v1, username: { claim: preferred_username } }"),
    [
      'access.yaml:2:41 login.username.claim must be a claim that the v1 issuer emits: upn, email, oid or sub, got "preferred_username"; or ask for it under login.claims',
    ],
    withTenant("login: { issuer: v1, username: { claim: preferred_username }, claims: { preferred_username: {} } }"),
  ],
  [
    "an owner without a name",
    withTenant("login: { owners: [grace] }"),
    ['access.yaml:2:19 login.owners[0] must be a user principal name or an object ID, got "grace"'],
    withTenant(`login: { owners: [grace@contoso.com, ${tenant}] }`),
  ],
  [
    "an empty list of owners",
    withTenant("login: { owners: [] }"),
    [
      "access.yaml:2:18 login.owners must name at least one owner; remove the key to make the deploying identity the owner",
    ],
    withTenant("login: { owners: [grace@contoso.com] }"),
  ],
  [
    "an application name of 257 characters",
    withTenant(`login: { name: ${a(257)} }`),
    [`access.yaml:2:16 login.name must be 256 characters or fewer, got "${a(77)}..."`],
    withTenant(`login: { name: ${a(256)} }`),
  ],
  [
    "a switch that is neither true nor false",
    withTenant("login: { protect: yes }"),
    ['access.yaml:2:19 login.protect must be true or false, got "yes"'],
    withTenant("login: { protect: false }"),
  ],
]);
