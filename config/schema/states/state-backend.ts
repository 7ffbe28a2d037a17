import { z } from "zod";
import { Text } from "../names";
import { CloudBackend } from "./cloud-state";
import { S3Backend } from "./s3-state";

const LocalBackend = z.strictObject({
  type: z
    .literal("local")
    .optional()
    .default("local")
    .describe("Where Terraform keeps its states. local: files. s3: an S3 bucket. cloud: HCP Terraform."),
  directory: Text(1024)
    .default("state")
    .describe("Folder of the state files, one for each stack. The path starts at the folder of the access file."),
});

export const Backend = z
  .discriminatedUnion("type", [LocalBackend, S3Backend, CloudBackend])
  .prefault({})
  .describe("Where Terraform keeps its states.");
