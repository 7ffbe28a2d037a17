import { z } from "zod";

/** A warning or an error of Terraform's. */
const Diagnostic = z.object({
  severity: z.enum(["error", "warning"]).catch("error"),
  summary: z.string().default(""),
  detail: z.string().default(""),
  address: z.string().optional(),
  snippet: z.object({ context: z.string().nullish() }).nullish(),
});

const Resource = z.object({ addr: z.string() });

/**
 * What is read of a line that Terraform prints with `-json`.
 * [doc] developer.hashicorp.com/terraform/internals/machine-readable-ui
 */
const Message = z.discriminatedUnion("type", [
  z.object({ type: z.literal("planned_change"), change: z.object({ resource: Resource, action: z.string() }) }),
  z.object({ type: z.literal("outputs"), outputs: z.record(z.string(), z.object({ action: z.string().optional() })) }),
  z.object({ type: z.literal("diagnostic"), diagnostic: Diagnostic }),
  z.object({ type: z.literal("apply_start"), hook: z.object({ resource: Resource }) }),
  z.object({ type: z.literal("apply_complete"), hook: z.object({ resource: Resource }) }),
]);

export type Diagnostic = z.output<typeof Diagnostic>;
export type Message = z.output<typeof Message>;

/** What a line says; nothing if it is another message, or none. */
export function messageIn(line: string): Message | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    return Message.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
