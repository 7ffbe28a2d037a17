import { z } from "zod";
import { allowed } from "./allow";
import { Attribute, attributeName } from "./attribute";
import { Backend } from "./backend";
import { Cluster } from "./cluster";
import type { Grant } from "./grant";
import { Group } from "./group";
import { Guests } from "./guest";
import { Login } from "./login";
import { Guid, dnsLabel, groupKey, key, userPrincipalName } from "./names";
import { Policy } from "./policy";
import { Portal } from "./portal";
import { Role } from "./role";
import { Terraform } from "./terraform";
import { User } from "./user";

/** The shape of an access file. What one entry demands of another stands in `config/rules`. */
export const AccessSchema = z
  .strictObject({
    tenant: Guid.describe("Directory (tenant) ID of the Entra tenant."),
    login: Login,
    attributes: z
      .record(key(attributeName), Attribute)
      .default({})
      .describe(
        "What the directory holds about people beside its own properties; the key is also the name of the claim.",
      ),
    groups: z
      .record(key(groupKey), Group)
      .default({})
      .describe("Entra security groups; the key is the identity of a group."),
    guests: Guests,
    users: z
      .record(z.string().toLowerCase().meta({ pattern: userPrincipalName }), User)
      .default({})
      .describe(
        "People of the directory, by user principal name, each with exactly these values; whoever has create is made. Before an entry with values is deleted, it has to be deployed without them once: that clears them.",
      ),
    clusters: z
      .record(key(dnsLabel), Cluster)
      .default({})
      .describe("EKS clusters; the key names the cluster's stacks."),
    roles: z
      .record(key(/^(?!\.{1,2}$|system:)[^/%]+$/), Role)
      .default({})
      .describe(
        "Roles beside those that Kubernetes has built in, by name. A role is made on each cluster that grants it, and only there.",
      ),
    portal: Portal.optional(),
    policy: Policy,
    backend: Backend,
    directory: z
      .strictObject({
        lookup: z
          .enum(["batch", "each"])
          .default("batch")
          .describe(
            "How people are looked up. batch: fifteen in a request, through the msgraph provider. each: one by one through azuread, where msgraph is not allowed.",
          ),
      })
      .prefault({})
      .describe("How the directory is read."),
    terraform: Terraform,
    allow: z
      .array(z.enum(allowed), { error: "must be a list" })
      .default([])
      .describe(
        'Dangerous things that are wanted, by name. replace-association: an association may be replaced, which locks its people out for up to an hour. existing-cluster-admin: a group that others keep may be granted cluster-admin. delete-users: whom this program made is deleted after leaving the file, not disabled. take-over-users: accounts that another access file made, or a state that is lost, become those of this file; for one deployment. wildcards, bind, escalate, impersonate: rules under roles may hold "*" or that verb. The others are what roles may give on a whole cluster; docs/dangers.md says what each amounts to. All but the first four also stand under allow of one role, so that another such role adds a word.',
      ),
  })
  .describe("Who may sign in to which EKS clusters, and what each group may do there.");

/** An access file without mistakes, every default filled in. */
export type Access = z.output<typeof AccessSchema>;
export type Attribute = z.output<typeof Attribute>;
export type Backend = z.output<typeof Backend>;
export type Cluster = z.output<typeof Cluster>;
export type Grant = z.output<typeof Grant>;
export type Group = z.output<typeof Group>;
export type Guest = z.output<typeof Guests>[number];
export type Portal = z.output<typeof Portal>;
export type LoginSettings = z.output<typeof Login>;
export type User = z.output<typeof User>;
export type ConditionalAccessSettings = NonNullable<LoginSettings["conditionalAccess"]>;
