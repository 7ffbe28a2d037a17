import type { Warning } from "../warning";

export const issuer: Warning = function* ({ login }) {
  if (login.issuer === "v2") return;
  yield [
    ["login", "issuer"],
    'is "v1": a refreshed v1 ID token is not signed, so everybody signs in through the browser again every hour',
  ];
};

export const clientSecret: Warning = function* ({ login }) {
  if (login.kubectl === "public") return;
  yield [
    ["login", "kubectl"],
    'is "confidential": the client secret stands in every kubeconfig, so everybody has it and nobody can tell who used it, and each rotation needs new kubeconfigs within a month; "public" needs none',
  ];
};

/** learn.microsoft.com/entra/identity-platform/id-token-claims-reference */
export const username: Warning = function* ({ login }) {
  const { claim } = login.username;
  if (claim === "oid" || claim === "sub") return;
  yield [
    ["login", "username", "claim"],
    `is "${claim}": it can change and be given to somebody else, so an audit log can name the wrong person; "oid" never changes, but nobody can read it`,
  ];
};

export const prefix: Warning = function* ({ login }) {
  if (login.username.prefix !== "") return;
  yield [
    ["login", "username", "prefix"],
    "is empty: a person is then called like any other user of the cluster with that name, and has that user's rights",
  ];
};

/** What assigning groups needs: learn.microsoft.com/entra/identity/enterprise-apps/assign-user-or-group-access-portal */
export const manyGroups: Warning = function* ({ login }) {
  if (login.groups.emit === "assigned") return;
  yield [
    ["login", "groups", "emit"],
    `is "${login.groups.emit}": whoever is in more than 200 groups, nested ones included, cannot sign in at all, since Entra then leaves the groups out and the API server refuses the token; "assigned" lists only granted groups, but assigning groups needs Entra ID P1`,
  ];
};

export const protection: Warning = function* ({ login }) {
  if (login.protect) return;
  yield [
    ["login", "protect"],
    "is false: Terraform may destroy the application and the associations, after which nobody can sign in",
  ];
};
