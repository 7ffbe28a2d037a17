import { z } from "zod";

export const Policy = z
  .strictObject({
    guests: z
      .enum(["allow", "refuse"])
      .default("allow")
      .describe(
        "Whether guests may be in a group that is granted cluster-admin or a role as strong as it, or own one, or own the application. Of existing groups and of most groups with a rule only Entra knows who is in them.",
      ),
    existingMembers: z
      .enum(["allow", "refuse"])
      .default("allow")
      .describe(
        "Whether this file may put people and groups into groups that exist, which others keep: such a group may open more than clusters.",
      ),
  })
  .prefault({})
  .describe("What this organization does not want, even where Entra and Kubernetes would take it.");
