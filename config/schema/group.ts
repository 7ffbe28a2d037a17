import { z } from "zod";
import { Text, UserPrincipalName } from "./names";

export const Group = z
  .strictObject({
    displayName: Text(256)
      .optional()
      .describe("Name of the group in Entra. It may change: the key is the identity. Default: the key."),
    description: Text(1024).optional().describe("What the group is for, as Entra shows it. Default: nothing."),
    members: z
      .array(UserPrincipalName, { error: "must be a list of user principal names" })
      .default([])
      .describe("Everybody in the group, by user principal name. Whoever is not listed is taken out."),
  })
  .describe("A security group that this program creates and keeps.");
