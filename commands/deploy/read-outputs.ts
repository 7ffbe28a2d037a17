import { createHash } from "node:crypto";
import type { StateOutputs } from "../../config/states/state";
import { own, ownIn } from "../../model/own";

/** An output of another stack that a configuration reads, or the part of it with this key. */
export interface ReadOutput {
  readonly stack: string;
  /** Name of the output, then the key in it; nothing if all outputs are read. */
  readonly path: readonly string[];
}

/** `data.terraform_remote_state.people.outputs.group_object_ids["devs"]`. [doc] developer.hashicorp.com/terraform/language/expressions/references */
const reference =
  /data\.terraform_remote_state\.([\w-]+)\.outputs((?:\.[A-Za-z_][\w-]*|\["(?:[^"\\$%]|\\.)*"\](?!\())*)/g;

const part = /\.([A-Za-z_][\w-]*)|\[("(?:[^"\\]|\\.)*")\]/g;

interface Configuration {
  readonly data?: { readonly terraform_remote_state?: Readonly<Record<string, RemoteState>> };
}

interface RemoteState {
  readonly "//"?: { readonly metadata?: { readonly path?: string } };
}

/**
 * The outputs of other stacks that a synthesized stack reads, each once. Conditions on a whole state are left out: they
 * change nothing, and whoever is asked for what is not there reads something else then.
 */
export function readOutputs(text: string): ReadOutput[] {
  const configuration = JSON.parse(text) as Configuration;
  const states = configuration.data?.terraform_remote_state ?? {};
  const found = new Map<string, ReadOutput>();
  for (const sentence of textsIn(configuration)) {
    for (const [, name = "", rest = ""] of sentence.matchAll(reference)) {
      const path = [...rest.matchAll(part)].map(([, plain, quoted]) => plain ?? (JSON.parse(quoted ?? '""') as string));
      // CDKTF writes the construct's path beside it; its last word is the name of the stack.
      const stack = own(states, name)?.["//"]?.metadata?.path?.split("/").at(-1) ?? name;
      const read = { stack, path: path.slice(0, 2) };
      found.set(JSON.stringify(read), read);
    }
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, read]) => read);
}

/** One text for each set of values that are read. */
export function digestOf(reads: readonly ReadOutput[], outputsOf: (stack: string) => StateOutputs | undefined): string {
  const values = reads.map((read) => [read, valueAt(outputsOf(read.stack), read.path) ?? null]);
  return createHash("sha256").update(JSON.stringify(values)).digest("hex");
}

/** The stacks that have not yet put out what is read of them. */
export function lackedStacks(
  reads: readonly ReadOutput[],
  outputsOf: (stack: string) => StateOutputs | undefined,
): string[] {
  const lacked = reads.filter(({ stack, path }) => valueAt(outputsOf(stack), path) === undefined);
  return [...new Set(lacked.map(({ stack }) => stack))];
}

function valueAt(outputs: StateOutputs | undefined, [name, key]: readonly string[]): unknown {
  if (name === undefined) return outputs;
  const value = own(outputs, name)?.value;
  return key === undefined ? value : ownIn(value, key);
}

function* textsIn(value: unknown): Iterable<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) yield* textsIn(inner);
}
