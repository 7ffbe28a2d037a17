import type { Severity } from "../finding";
import type { reportKinds, WarningKind } from "../schema/warnings/accepted";
import {
  clusterWithoutGrants,
  groupWithoutGrants,
  groupWithoutMembers,
  personInNoGroup,
} from "../warnings/groups/unused";
import { nestedAssigned } from "../warnings/rbac/grants";
import { outsideNamespaces } from "../warnings/rbac/roles";
import {
  adminsByName,
  everySecret,
  openToOthers,
  systemNamespaces,
  unknownRoles,
} from "../warnings/rbac/strong-groups";
import { guestInNoGroup, unseenGuests } from "../warnings/users/guests";
import { selfProvisioners } from "./clusters/self-provisioners";
import type { Finder } from "./found";
import { strongOwners } from "./groups/strong-owners";
import { loginOwners } from "./login/login-owners";
import { clusterAdmin } from "./rbac/cluster-admin";
import { editInNamespaces } from "./rbac/edit-in-namespaces";
import { escalation, loosenedProtection, namespaceDangers, secretsReadable } from "./rbac/own-roles";
import { swallowedGrant } from "./rbac/swallowed-grants";
import { wildcards } from "./rbac/wildcards";
import { guestAdmin } from "./users/guest-admin";

/** The stable id of a finding: a kind of its own, or that of a warning. */
export type ReportedKind = (typeof reportKinds)[number] | WarningKind;

/** One kind of finding. */
export interface ReportedAs {
  readonly find: Finder;
  readonly severity: Severity;
  /**
   * Where it is `medium` instead; goes on from that word.
   *
   * @default - never
   */
  readonly mediumWhere?: string;
  /** What it means, in whole sentences. */
  readonly means: string;
  /** What to do, in whole sentences. */
  readonly remedy: string;
}

const narrower = "in namespaces other than kube-system";

/** Every kind of finding; docs/findings.md is made of this. */
export const reported = {
  "cluster-admin": {
    find: clusterAdmin,
    severity: "high",
    mediumWhere: narrower,
    means:
      "The members of the group may do everything, and can give others the same. No other finding about this grant says more.",
    remedy:
      "Give cluster-admin to a small group that nobody uses every day. For daily work, grant edit in namespaces, or write a role with the rights that are needed.",
  },
  wildcards: {
    find: wildcards,
    severity: "high",
    mediumWhere: `${narrower}, and wherever only a part of the role is a wildcard`,
    means:
      "Your role has a wildcard. It also covers verbs, resources and API groups that a later version of Kubernetes or an operator adds.",
    remedy: "Write down the verbs, resources and API groups that the group needs.",
  },
  escalation: {
    find: escalation,
    severity: "high",
    means:
      "With escalate, bind or impersonate in your role, people can give themselves every right of the cluster, or act as somebody who has it. From Kubernetes 1.36 the verbs that begin with impersonate: do the same.",
    remedy:
      "Remove these verbs from the role. If a person has to hand out roles, let them change this file instead. If you need impersonate, list the names in resourceNames.",
  },
  "secrets-readable": {
    find: secretsReadable,
    severity: "high",
    means:
      "With your role, people reach every secret, or a token or certificate of somebody with more rights. Reading with get, list or watch is one way. Others are pods, commands in pods, tokens of service accounts, the kubelet's API, certificates, admission webhooks, and the ConfigMap aws-auth of EKS. The finding names the dangers.",
    remedy: "Grant the role in namespaces, or remove the rules that the dangers name.",
  },
  "loosened-protection": {
    find: loosenedProtection,
    severity: "medium",
    means:
      "With your role, people take away what keeps pods apart: Pod Security, network policies, or the node's own files.",
    remedy: "Remove the rules that the dangers name, and let administrators change namespaces and volumes.",
  },
  "every-secret": {
    find: everySecret,
    severity: "high",
    means:
      "edit or admin on the whole cluster can read every secret and become every service account, in kube-system too.",
    remedy: "Add namespaces to the grant. For reading, grant view.",
  },
  "system-namespaces": {
    find: systemNamespaces,
    severity: "high",
    means: "The grant holds in kube-system. Whoever runs pods there can become a controller with every right.",
    remedy: "Remove kube-system from the grant.",
  },
  "edit-in-namespaces": {
    find: editInNamespaces,
    severity: "medium",
    means:
      "edit and admin hold more than their names say. They read secrets, run commands in pods, create tokens of service accounts, and impersonate them. So the members have the rights of the strongest service account of the namespace. view has none of this.",
    remedy: "Keep service accounts with more rights in other namespaces. If the group only looks, grant view.",
  },
  "namespace-dangers": {
    find: namespaceDangers,
    severity: "medium",
    means: "Your role allows more in its namespaces than its rules say at first sight. The finding names the dangers.",
    remedy:
      "Remove the rules that the dangers name, or keep secrets and service accounts with more rights in other namespaces.",
  },
  "unknown-roles": {
    find: unknownRoles,
    severity: "medium",
    means: "Only the cluster knows what this role allows. It may be as strong as cluster-admin.",
    remedy: "Look at the role with kubectl describe. Better write its rules into this file.",
  },
  "open-to-others": {
    find: openToOthers,
    severity: "high",
    means:
      "The group is as strong as cluster-admin. Its owners and every Groups or User Administrator of the tenant can add anybody.",
    remedy: "Write protected: true. It needs Entra ID P1, and creates the group again.",
  },
  "strong-owners": {
    find: strongOwners,
    severity: "high",
    mediumWhere: "if all owners that the file names are in the group already",
    means:
      "The group gets a grant as strong as cluster-admin, also through a group that it is in. Its owners can add anybody, themselves too, and protected: true does not prevent that.",
    remedy: "Name only owners who are administrators themselves, and as few as you can.",
  },
  "login-owners": {
    find: loginOwners,
    severity: "high",
    mediumWhere: "if all owners that the file names are administrators of a cluster, or the file has no administrators",
    means: "Owners of the application can add secrets and redirects, and decide what its tokens say.",
    remedy: "Name only administrators, or only the identity that deploys.",
  },
  "admins-by-name": {
    find: adminsByName,
    severity: "high",
    means: "The group is found by its display name, and others can give a group the same name.",
    remedy: "Write the object ID of the group under existing.",
  },
  "guest-admin": {
    find: guestAdmin,
    severity: "high",
    mediumWhere: narrower,
    means: "A guest has cluster-admin or a role as strong. Another organization decides how that account is protected.",
    remedy:
      "Remove the guest from the group, or give the guest an account of your tenant. policy.guests: refuse keeps it so.",
  },
  "unseen-guests": {
    find: unseenGuests,
    severity: "medium",
    means: "policy.guests is refuse, but only Entra or the cluster knows whether a guest has such a role.",
    remedy: "List the members in this file, or look into the group in Entra.",
  },
  "self-provisioners": {
    find: selfProvisioners,
    severity: "medium",
    means:
      "OpenShift binds self-provisioner to system:authenticated:oauth. That is everybody who signs in by its OAuth server, with a grant or without. Whoever creates a project is admin in it. Only the cluster knows whether somebody took the binding away.",
    remedy:
      "Run oc adm policy remove-cluster-role-from-group self-provisioner system:authenticated:oauth, and switch off the binding's automatic update, as docs/openshift.md says. If that is done, or if people are to have projects of their own, accept the finding.",
  },
  "swallowed-grant": {
    find: swallowedGrant,
    severity: "low",
    means:
      "Another grant gives the group all of it: in the same place or a wider one, to the group or to one that it is in. That follows from the rules of both roles. A role that Kubernetes has built in counts with its rules of version 1.34. All grants with this finding can go together.",
    remedy: "Delete the grant. Or, if the other grant is the mistake, narrow that one.",
  },
  "group-without-grants": {
    find: groupWithoutGrants,
    severity: "low",
    means: "The group has no grant on any cluster.",
    remedy: "Grant it something, or remove the group from this file.",
  },
  "group-without-members": {
    find: groupWithoutMembers,
    severity: "low",
    means: "The group has no members and no rule, so nobody gets its grants.",
    remedy: "Add members, or delete the group and its grants.",
  },
  "cluster-without-grants": {
    find: clusterWithoutGrants,
    severity: "low",
    means: "People can sign in to the cluster, but nobody may do anything there.",
    remedy: "Add grants, or remove the cluster from the file.",
  },
  "person-in-no-group": {
    find: personInNoGroup,
    severity: "low",
    means: "The person is under users, but in no group of this file.",
    remedy: "Add the person to a group, or write left: true if the person has gone.",
  },
  "guest-in-no-group": {
    find: guestInNoGroup,
    severity: "low",
    means: "The guest is invited, but in no group of this file.",
    remedy: "Add the guest to a group, or delete the invitation.",
  },
  "nested-assigned": {
    find: nestedAssigned,
    severity: "low",
    means: "Assignment to the application counts direct members only, so the inner group's members get nothing.",
    remedy: "List these people under members of the outer group.",
  },
  "outside-namespaces": {
    find: outsideNamespaces,
    severity: "low",
    means: "The role allows something that is in no namespace, and a grant in namespaces does not give that.",
    remedy: "Remove that rule, or grant the role on the whole cluster.",
  },
} as const satisfies Partial<Readonly<Record<ReportedKind, ReportedAs>>>;

/** The same by kind, in order. */
export const reportedKinds: ReadonlyMap<string, ReportedAs> = new Map<string, ReportedAs>(Object.entries(reported));
