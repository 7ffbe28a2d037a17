import { withTenant } from "../../../access-text";
import { describeRules } from "../describe-rules";

describeRules([
  [
    "a person to be made without a name",
    withTenant("users: { nora@contoso.com: { create: {} } }"),
    ['access.yaml:2:38 users["nora@contoso.com"].create.displayName must be given'],
    withTenant("users: { nora@contoso.com: { create: { displayName: Nora New } } }"),
  ],
  [
    "a password, which never stands in the file",
    withTenant("users: { nora@contoso.com: { create: { displayName: N, password: secret } } }"),
    ['access.yaml:2:56 users["nora@contoso.com"].create.password must be a known key: "displayName"'],
    withTenant("users: { nora@contoso.com: { create: { displayName: N } } }"),
  ],
  [
    "somebody who comes and has left",
    withTenant("users: { nora@contoso.com: { create: { displayName: N }, left: true } }"),
    ['access.yaml:2:28 users["nora@contoso.com"] must not have both create and left: remove create'],
    withTenant("users: { nora@contoso.com: { create: { displayName: N }, left: false } }"),
  ],
  [
    "somebody who has left and is in a group",
    withTenant("users: { nora@contoso.com: { left: true } }\ngroups: { devs: { members: [Nora@contoso.com] } }"),
    [
      'access.yaml:3:29 groups.devs.members[0] must not be a person with left: true under users, got "Nora@contoso.com"',
    ],
    withTenant("users: { nora@contoso.com: { left: true } }\ngroups: { devs: { members: [ada@contoso.com] } }"),
  ],
]);
