import { any, both, owner, type GraphRight } from "./graph-right";

const reads = {
  application: any(
    "Application.Read.All",
    "Application.ReadWrite.OwnedBy",
    "Application.ReadWrite.All",
    "Directory.Read.All",
  ),
  delegated: "Application.Read.All",
};
const makes = {
  application: any("Application.ReadWrite.OwnedBy", "Application.ReadWrite.All"),
  delegated: "Application.ReadWrite.All",
  role: "Cloud Application Administrator",
} as const;
const owned = [owner("Application.ReadWrite.OwnedBy"), ...any("Application.ReadWrite.All")];
const changes = { ...makes, application: owned } as const;
const newOwner = {
  ...makes,
  // "OwnedBy isn't sufficient to add another owner", says the page beside a table that says otherwise.
  application: [both("Application.ReadWrite.All", "Directory.Read.All")],
} as const;

const read = (path: string, page: string): GraphRight => ({ request: `GET ${path}`, ...reads, page });
const change = (request: string, page: string): GraphRight => ({ request, ...changes, page });
const assigned = "servicePrincipals/{}/appRoleAssignedTo";

/** Requests about applications, their service principals, and what they may and who may sign in to them. */
export const graphApplications: readonly GraphRight[] = [
  read("applications", "graph/api/application-list"),
  read("applications/{}", "graph/api/application-get"),
  read("applications/{}/owners", "graph/api/application-list-owners"),
  read("applications/{}/extensionProperties", "graph/api/application-list-extensionproperty"),
  read("applications/{}/extensionProperties/{}", "graph/api/extensionproperty-get"),
  { request: "POST applications", ...makes, page: "graph/api/application-post-applications" },
  change("PATCH applications/{}", "graph/api/application-update"),
  change("DELETE applications/{}", "graph/api/application-delete"),
  { request: "POST applications/{}/owners/$ref", ...newOwner, page: "graph/api/application-post-owners" },
  change("DELETE applications/{}/owners/{}/$ref", "graph/api/application-delete-owners"),
  change("POST applications/{}/addPassword", "graph/api/application-addpassword"),
  change("POST applications/{}/removePassword", "graph/api/application-removepassword"),
  change("POST applications/{}/extensionProperties", "graph/api/application-post-extensionproperty"),
  change("DELETE applications/{}/extensionProperties/{}", "graph/api/extensionproperty-delete"),
  read("servicePrincipals", "graph/api/serviceprincipal-list"),
  read("servicePrincipals/{}", "graph/api/serviceprincipal-get"),
  read("servicePrincipals/{}/owners", "graph/api/serviceprincipal-list-owners"),
  { request: "POST servicePrincipals", ...makes, page: "graph/api/serviceprincipal-post-serviceprincipals" },
  change("PATCH servicePrincipals/{}", "graph/api/serviceprincipal-update"),
  change("DELETE servicePrincipals/{}", "graph/api/serviceprincipal-delete"),
  { request: "POST servicePrincipals/{}/owners/$ref", ...newOwner, page: "graph/api/serviceprincipal-post-owners" },
  change("DELETE servicePrincipals/{}/owners/{}/$ref", "graph/api/serviceprincipal-delete-owners"),
  read(assigned, "graph/api/serviceprincipal-list-approleassignedto"),
  read(`${assigned}/{}`, "graph/api/serviceprincipal-list-approleassignedto"),
  {
    request: `POST ${assigned}`,
    application: [
      both("AppRoleAssignment.ReadWrite.All", "Application.Read.All"),
      both("AppRoleAssignment.ReadWrite.All", "Directory.Read.All"),
      both("AppRoleAssignment.ReadWrite.All", "Application.ReadWrite.All"),
    ],
    delegated: "AppRoleAssignment.ReadWrite.All",
    role: "Cloud Application Administrator",
    page: "graph/api/serviceprincipal-post-approleassignedto",
  },
  {
    request: `DELETE ${assigned}/{}`,
    application: any("AppRoleAssignment.ReadWrite.All"),
    delegated: "AppRoleAssignment.ReadWrite.All",
    role: "Cloud Application Administrator",
    page: "graph/api/serviceprincipal-delete-approleassignedto",
  },
];
