import { z } from "zod";
import { Group } from "../groups/group";
import { dnsLabel, groupKey, key } from "../names";
import { Grant } from "../rbac/grant";

const group = Group.shape;
const grant = Grant.shape;

/**
 * The keys that an included file may have, each taken by name: a key that the access file gets tomorrow is refused here until
 * somebody decides. `main-only.ts` says why the others are not here.
 */
export const IncludedSchema = z
  .strictObject({
    groups: z
      .record(
        key(groupKey),
        z
          .strictObject({
            displayName: group.displayName,
            description: group.description,
            members: group.members,
            groups: group.groups,
          })
          .describe("A security group that this program creates."),
      )
      .default({})
      .describe("Groups of this team. A key stands in one file only."),
    clusters: z
      .record(
        key(dnsLabel),
        z
          .strictObject({
            grants: z
              .array(
                z
                  .strictObject({
                    group: grant.group,
                    clusterRole: grant.clusterRole,
                    role: grant.role,
                    namespaces: grant.namespaces,
                  })
                  .describe("One group, one role, in some namespaces."),
                { error: "must be a list of grants" },
              )
              .default([])
              .describe("Grants beside those of the other files."),
          })
          .describe("A cluster of the access file."),
      )
      .default({})
      .describe("What groups may do on the clusters of the access file, by the key that they have there."),
  })
  .describe("Groups and grants of one team. The access file names this file under include, and says what it may do.");
