import { z } from "zod";
import { Text } from "./names";

export const Backend = z
  .strictObject({
    type: z.enum(["local"]).default("local").describe("Where Terraform keeps its states. local: files."),
    directory: Text(1024)
      .default("state")
      .describe("Folder of the state files, one a stack; seen from the folder of the access file."),
  })
  .prefault({})
  .describe("Where Terraform keeps its states.");
