import { any, both, type GraphRight } from "./graph-right";

const readBasic = any("User.ReadBasic.All", "User.Read.All", "User.ReadWrite.All", "Directory.Read.All");
const read = any("User.Read.All", "User.ReadWrite.All", "Directory.Read.All");
const write = any("User.ReadWrite.All");
const administrator = { role: "User Administrator" } as const;

/** learn.microsoft.com/graph/permissions-reference: the properties of a user that `User.ReadBasic.All` shows. */
export const basicProperties: readonly string[] = [
  ...["id", "displayName", "givenName", "surname", "mail", "userPrincipalName"],
];

/** Requests about people. */
export const graphUsers: readonly GraphRight[] = [
  {
    request: "GET users",
    about: "basic properties",
    application: readBasic,
    delegated: "User.ReadBasic.All",
    page: "graph/api/user-list",
  },
  { request: "GET users", application: read, delegated: "User.Read.All", page: "graph/api/user-list" },
  { request: "GET users/$count", application: read, delegated: "User.Read.All", page: "graph/api/user-list" },
  {
    request: "GET users/{}",
    about: "basic properties",
    application: readBasic,
    delegated: "User.ReadBasic.All",
    page: "graph/api/user-get",
  },
  { request: "GET users/{}", application: read, delegated: "User.Read.All", page: "graph/api/user-get" },
  {
    request: "POST users",
    application: [...write, ...any("Directory.ReadWrite.All")],
    delegated: "User.ReadWrite.All",
    ...administrator,
    page: "graph/api/user-post-users",
  },
  {
    request: "PATCH users/{}",
    about: "account state",
    application: [both("User.EnableDisableAccount.All", "User.Read.All"), ...write],
    delegated: "User.EnableDisableAccount.All",
    ...administrator,
    page: "graph/api/user-update",
  },
  {
    request: "PATCH users/{}",
    application: write,
    delegated: "User.ReadWrite.All",
    ...administrator,
    page: "graph/api/user-update",
  },
  {
    request: "DELETE users/{}",
    application: any("User.DeleteRestore.All", "User.ReadWrite.All"),
    delegated: "User.DeleteRestore.All",
    ...administrator,
    page: "graph/api/user-delete",
  },
  {
    request: "POST invitations",
    application: any("User.Invite.All", "User.ReadWrite.All", "Directory.ReadWrite.All"),
    delegated: "User.Invite.All",
    role: "Guest Inviter",
    page: "graph/api/invitation-post",
  },
];
