import { z } from "zod";

export const Policy = z
  .strictObject({
    guests: z
      .enum(["allow", "refuse"])
      .default("allow")
      .describe(
        "Whether guests may be in a group that is granted cluster-admin. Of existing groups and of groups with a rule only Entra knows who is in them.",
      ),
  })
  .prefault({})
  .describe("What this organization does not want, even where Entra and Kubernetes would take it.");
