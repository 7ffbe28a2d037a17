import { lenient, type Lenient } from "./lenient";
import { AccessSchema } from "./schema/access";

/**
 * What can be read of an access file that may still hold mistakes: enough for the rules that compare entries, so that
 * they are told together with the mistakes of each entry.
 */
export type Draft = Lenient<typeof AccessSchema>;

export const readDraft = lenient(AccessSchema);

/** The strings of a list, each with its position in the file's list. */
export function strings(list: readonly unknown[] = []): readonly { readonly index: number; readonly text: string }[] {
  const found: { index: number; text: string }[] = [];
  for (let index = 0; index < list.length; index++) {
    const text = list[index];
    if (typeof text === "string") found.push({ index, text });
  }
  return found;
}
