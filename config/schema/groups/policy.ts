import { z } from "zod";

export const Policy = z
  .strictObject({
    guests: z
      .enum(["allow", "refuse"])
      .default("allow")
      .describe(
        "Whether guests may get cluster-admin or a role as strong: as a member or owner of such a group, or as an owner of the application. refuse: not as far as this file knows. Who is in existing groups and in most groups with a rule, only Entra knows.",
      ),
    existingMembers: z
      .enum(["allow", "refuse"])
      .default("allow")
      .describe(
        "Whether this file may add people and groups to groups that others keep. Such a group may open more than clusters.",
      ),
  })
  .prefault({})
  .describe("What your organization does not want, even if Entra and Kubernetes would allow it.");
