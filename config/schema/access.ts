import { z } from "zod";
import { allowed } from "./allow";
import { Attribute, attributeName } from "./attributes/attribute";
import { Client } from "./clients/client";
import { Cluster, type EksCluster } from "./clusters/cluster";
import type { Kubeconfig } from "./clusters/kubeconfig";
import { Group } from "./groups/group";
import { Policy } from "./groups/policy";
import { Include } from "./include/bounds";
import { Login } from "./login/login";
import { TenantId, dnsLabel, groupKey, key, userPrincipalName } from "./names";
import { Portal } from "./portal/portal";
import type { Grant } from "./rbac/grant";
import { Role } from "./rbac/role";
import { Backend } from "./states/state-backend";
import { Terraform } from "./terraform/providers";
import { Guests } from "./users/guest";
import { User } from "./users/user";
import { Accepted } from "./warnings/accepted";

/** The shape of an access file. What one entry demands of another stands in `config/rules`. */
export const AccessSchema = z
  .strictObject({
    tenant: TenantId.describe("Directory (tenant) ID of the Entra tenant."),
    login: Login,
    attributes: z
      .record(key(attributeName), Attribute)
      .default({})
      .describe(
        "Facts about people that Entra stores beside its own properties. The key is also the name of the claim.",
      ),
    groups: z
      .record(key(groupKey), Group)
      .default({})
      .describe("Entra security groups. The key is the identity of a group."),
    guests: Guests,
    users: z
      .record(z.string().toLowerCase().meta({ pattern: userPrincipalName }), User)
      .default({})
      .describe(
        "People with attributes and people that this program creates, by user principal name. Deploy an entry once without values before you delete it: that clears them in Entra.",
      ),
    clusters: z
      .record(key(dnsLabel), Cluster)
      // Unlike a default, it stays in the JSON Schema, though an entry is transformed.
      .prefault({})
      .describe("Clusters that trust the login. The key names the stacks of the cluster."),
    roles: z
      .record(key(/^(?!\.{1,2}$|system:)[^/%]+$/), Role)
      .default({})
      .describe(
        "Your own roles beside those that Kubernetes has built in, by name. A role is created only on clusters that grant it.",
      ),
    portal: Portal.optional(),
    clients: z
      .record(key(dnsLabel), Client)
      .default({})
      .describe(
        "Other web applications that people sign in to with the same Entra application, such as Headlamp or Argo CD. The key names the stack client-<key>.",
      ),
    policy: Policy,
    include: Include,
    backend: Backend,
    directory: z
      .strictObject({
        lookup: z
          .enum(["batch", "each"])
          .default("batch")
          .describe(
            "How people are looked up. batch: fifteen in a request, with the msgraph provider. each: one by one with azuread, where msgraph is not allowed.",
          ),
      })
      .prefault({})
      .describe("How the program reads Entra."),
    terraform: Terraform,
    allow: z
      .array(z.enum(allowed), { error: "must be a list" })
      .default([])
      .describe(
        "Dangerous things that you want, by name. replace-association: AWS may replace an association, and nobody can sign in to that cluster for up to 80 minutes. existing-cluster-admin: a group that others keep may have cluster-admin. delete-users: people that this program created are deleted, not disabled, when they leave the file. take-over-users: accounts that another access file or a lost state created become those of this file; for one deployment. The other words are dangers of roles: docs/dangers.md. Better write those under allow of one role, so that the next dangerous role needs a word of its own.",
      ),
    accepted: Accepted,
  })
  .describe("Who may sign in to which EKS clusters, and what each group may do there.");

/** An access file without mistakes, every default filled in. */
export type Access = z.output<typeof AccessSchema>;
export type Attribute = z.output<typeof Attribute>;
export type Backend = z.output<typeof Backend>;
export type Client = z.output<typeof Client>;
export type Cluster = z.output<typeof Cluster>;
export type { AksCluster, ClusterOf, EksCluster, KubernetesCluster, OpenShiftCluster } from "./clusters/cluster";
export type Eks = EksCluster["eks"];
/** Where a kubeconfig of the operator is, and which of its contexts is meant. */
export type KubeconfigContext = z.output<typeof Kubeconfig>;
export type Grant = z.output<typeof Grant>;
export type Group = z.output<typeof Group>;
export type Guest = z.output<typeof Guests>[number];
export type Portal = z.output<typeof Portal>;
export type LoginSettings = z.output<typeof Login>;
export type User = z.output<typeof User>;
export type ConditionalAccessSettings = NonNullable<LoginSettings["conditionalAccess"]>;
