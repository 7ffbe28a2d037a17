import { presentClusters } from "../../../model/clusters/present-clusters";
import { tokensOf } from "../../../model/clusters/tokens-of";
import type { Access } from "../../schema/access";
import type { Warning } from "../warning";

export const issuer: Warning = function* ({ login }) {
  if (login.issuer === "v2") return;
  yield [
    ["login", "issuer"],
    'is "v1", so everybody signs in through the browser again every hour',
    "A refreshed v1 ID token is not signed, and the API server refuses it.",
  ];
};

export const clientSecret: Warning = function* ({ login }) {
  if (login.kubectl === "public") return;
  yield [
    ["login", "kubectl"],
    'is "confidential", so every kubeconfig contains the client secret',
    'Nobody can tell who used it, and each rotation needs new kubeconfigs within a month. "public" needs no secret.',
  ];
};

/** learn.microsoft.com/entra/identity/conditional-access/concept-authentication-flows */
export const deviceCodePhishing: Warning = function* ({ login }) {
  if (!login.deviceCode) return;
  yield [
    ["login", "deviceCode"],
    "is true, so a person who enters a code that somebody else sent gives that person their rights",
    "Neither the password nor the second factor protects them. Over SSH, kubeconfig --headless works without it.",
  ];
};

/** learn.microsoft.com/entra/identity-platform/id-token-claims-reference */
export const username: Warning = function* ({ login }) {
  const { claim } = login.username;
  if (claim === "oid" || claim === "sub") return;
  yield [
    ["login", "username", "claim"],
    `is "${claim}", which can change and later belong to another person`,
    'An audit log can then name the wrong person. "oid" never changes, but nobody can read it.',
  ];
};

export const prefix: Warning = function* ({ login }) {
  if (login.username.prefix !== "") return;
  yield [
    ["login", "username", "prefix"],
    "is empty",
    "A person with the name of an existing user of the cluster then has that user's rights.",
  ];
};

/** What assigning groups needs: learn.microsoft.com/entra/identity/enterprise-apps/assign-user-or-group-access-portal */
export const manyGroups: Warning = function* (access) {
  const { emit } = access.login.groups;
  if (emit === "assigned") return;
  const [what, how] = withoutGroups(access);
  yield [
    ["login", "groups", "emit"],
    `is "${emit}", so a person in more than 200 groups ${what}`,
    `Nested groups count too. Entra leaves the groups out of such a token, and ${how}. "assigned" lists only granted groups, but needs Entra ID P1.`,
  ];
};

/** What becomes of a person whose token lists no groups. */
function withoutGroups(access: Pick<Access, "clusters">): [what: string, how: string] {
  const issuing = new Set(presentClusters(access).map(([, cluster]) => tokensOf(cluster)));
  const refused: [string, string] = ["cannot sign in", "the API server refuses it"];
  if (!issuing.has("oauth-server")) return refused;
  const server = "an OAuth server of OpenShift signs the person in without groups";
  if (!issuing.has("login")) return ["signs in without any grant", server];
  return ["cannot sign in, or signs in without any grant", `${refused[1]}, but ${server}`];
}

export const protection: Warning = function* ({ login }) {
  if (login.protect) return;
  yield [
    ["login", "protect"],
    "is false, so Terraform may destroy the application and the associations",
    "After that nobody can sign in.",
  ];
};
