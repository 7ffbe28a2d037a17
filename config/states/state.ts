import { z } from "zod";
import { UnreadFile, readBytes } from "../file/read-bytes";
import { NoAnswer } from "../no-answer";

/** States of this program are smaller by far: 400 groups of 20 people are two megabytes. */
const mostBytes = 64 * 1024 * 1024;

/** A state that somebody may have written by hand, or broken, says nothing: what rests on it is not done. */
export class UntrustedState extends NoAnswer {
  override readonly name = "UntrustedState";

  constructor(place: string, reason: string) {
    super(`${place} cannot be trusted: ${reason}; check who can write to it, and restore an older version`);
  }
}

const Attributes = z.record(z.string(), z.unknown());
const Resource = z.object({
  mode: z.enum(["managed", "data"]),
  type: z.string(),
  // As Terraform takes it for a resource of this program: model/terraform/address.ts.
  name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_-]*$/),
  instances: z.array(z.object({ attributes: Attributes.nullish() })).default([]),
});
const Outputs = z.record(z.string(), z.object({ value: z.unknown() }));
const State = z.object({
  version: z.literal(4),
  lineage: z.string().default(""),
  serial: z.number().default(0),
  outputs: Outputs.default({}),
  resources: z.array(Resource).default([]),
});

/** What is read of a state (format version 4). */
export type State = z.output<typeof State>;
export type StateOutputs = z.output<typeof Outputs>;
export type StateResource = z.output<typeof Resource>;

/**
 * Reads a state file.
 *
 * @returns nothing if there is none; an empty file is none to Terraform either
 * @throws UntrustedState if it is anything else than a state
 */
export function stateIn(file: string): State | undefined {
  let text: string;
  try {
    text = readBytes(file, mostBytes).toString("utf8");
  } catch (error) {
    if (!(error instanceof UnreadFile)) throw error;
    if (error.why === "missing") return undefined;
    throw new UntrustedState(file, error.message);
  }
  return stateOf(text, file);
}

/**
 * Reads the text of a state, such as `terraform state pull` prints it.
 *
 * @param place where it comes from, in words
 * @returns nothing if there is no text, which is no state to Terraform either
 * @throws UntrustedState if it is anything else than a state
 */
export function stateOf(text: string, place: string): State | undefined {
  return text.trim() === "" ? undefined : parsed(State, text, place, "it is not a Terraform state");
}

/**
 * The outputs that Terraform prints with `output -json`.
 *
 * @param place where they come from, in words
 * @throws UntrustedState if they are anything else
 */
export function outputsIn(text: string, place: string): StateOutputs {
  return parsed(Outputs, text, place, "Terraform printed no outputs");
}

/**
 * The instances of a type, with what is read of each.
 *
 * @param attributes what has to hold of each instance
 * @throws UntrustedState if one is not so
 */
export function attributesOf<T extends z.ZodType>(file: string, resource: StateResource, attributes: T): z.output<T>[] {
  return resource.instances.map((instance) => {
    const read = attributes.safeParse(instance.attributes ?? {});
    if (read.success) return read.data;
    throw new UntrustedState(file, `its ${resource.type} is not as its provider writes it`);
  });
}

function parsed<T extends z.ZodType>(schema: T, text: string, place: string, otherwise: string): z.output<T> {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new UntrustedState(place, otherwise);
  }
}
