import { any, both, owner, type GraphRight } from "./graph-right";

const writesAll = any("Group.ReadWrite.All", "Directory.ReadWrite.All");
const reads = {
  application: any("GroupMember.Read.All", "Group.Read.All", "Group.ReadWrite.All", "Directory.Read.All"),
  delegated: "GroupMember.Read.All",
};
const administrator = { role: "Groups Administrator" } as const;
const assignable = {
  about: "role-assignable group",
  delegated: "RoleManagement.ReadWrite.Directory",
  role: "Privileged Role Administrator",
} as const;
const forRoles = [
  owner("Group.Create", "RoleManagement.ReadWrite.Directory"),
  both("GroupMember.ReadWrite.All", "RoleManagement.ReadWrite.Directory"),
  both("Group.ReadWrite.All", "RoleManagement.ReadWrite.Directory"),
  both("Directory.ReadWrite.All", "RoleManagement.ReadWrite.Directory"),
];
const wholeForRoles = forRoles.filter(({ all }) => !all.includes("GroupMember.ReadWrite.All"));
const concept = "entra/identity/role-based-access-control/groups-concept";
const provider = "hashicorp/terraform-provider-azuread, docs/resources/group.md";

const change = (request: string, page: string): GraphRight[] => [
  { request, ...assignable, application: wholeForRoles, page: concept },
  {
    request,
    // An owner's Group.Create: the provider's document.
    application: [owner("Group.Create"), ...writesAll],
    delegated: "Group.ReadWrite.All",
    ...administrator,
    page: `${page}, ${provider}`,
  },
];

const member = (request: string, page: string): GraphRight[] => [
  { request, ...assignable, application: forRoles, page: concept },
  {
    request,
    application: [owner("Group.Create"), ...any("GroupMember.ReadWrite.All"), ...writesAll],
    delegated: "GroupMember.ReadWrite.All",
    ...administrator,
    page: `${page}, ${provider}`,
  },
];

/** Requests about groups. */
export const graphGroups: readonly GraphRight[] = [
  { request: "GET groups", ...reads, page: "graph/api/group-list" },
  { request: "GET groups/{}", ...reads, page: "graph/api/group-get" },
  { request: "GET groups/{}/members", ...reads, page: "graph/api/group-list-members" },
  { request: "GET groups/{}/memberOf", ...reads, page: "graph/api/group-list-memberof" },
  {
    request: "GET groups/{}/owners",
    // The page says GroupMember.Read.All; "Could not retrieve owners" was seen without Group.Read.All.
    application: any("Group.Read.All", "Group.ReadWrite.All", "Directory.Read.All"),
    delegated: "Group.Read.All",
    page: "graph/api/group-list-owners, hashicorp/terraform-provider-azuread issue 1685",
  },
  {
    request: "POST groups",
    ...assignable,
    application: [
      both("Group.Create", "RoleManagement.ReadWrite.Directory"),
      both("Group.ReadWrite.All", "RoleManagement.ReadWrite.Directory"),
      both("Directory.ReadWrite.All", "RoleManagement.ReadWrite.Directory"),
    ],
    page: "graph/api/group-post-groups",
  },
  {
    request: "POST groups",
    application: [...any("Group.Create"), ...writesAll],
    delegated: "Group.ReadWrite.All",
    ...administrator,
    page: "graph/api/group-post-groups",
  },
  ...change("PATCH groups/{}", "graph/api/group-update"),
  ...change("DELETE groups/{}", "graph/api/group-delete"),
  ...change("POST groups/{}/owners/$ref", "graph/api/group-post-owners"),
  ...change("DELETE groups/{}/owners/{}/$ref", "graph/api/group-delete-owners"),
  ...member("POST groups/{}/members/$ref", "graph/api/group-post-members"),
  ...member("DELETE groups/{}/members/{}/$ref", "graph/api/group-delete-members"),
  {
    request: "GET directoryObjects/{}",
    about: "a user",
    // The provider looks each named owner of a group up so.
    application: any("User.Read.All", "User.ReadWrite.All", "Directory.Read.All"),
    delegated: "User.Read.All",
    page: `graph/api/directoryobject-get, ${provider}`,
  },
  {
    request: "GET directoryObjects/{}",
    application: any("Directory.Read.All", "Directory.ReadWrite.All"),
    delegated: "Directory.Read.All",
    page: "graph/api/directoryobject-get",
  },
];
