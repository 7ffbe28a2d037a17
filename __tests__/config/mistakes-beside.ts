import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { loadAccess } from "../../config/load";
import { InvalidAccessFile } from "../../config/mistake";

/**
 * The mistakes of an access file in a folder of its own, whose name is taken out of them.
 *
 * @param states text of each state, by its path in that folder
 */
export function mistakesBeside(states: Readonly<Record<string, string>>, text: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), "entra-eks-"));
  try {
    for (const [path, content] of Object.entries({ ...states, "access.yaml": text })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    loadAccess(join(folder, "access.yaml"));
    return [];
  } catch (error) {
    if (error instanceof InvalidAccessFile) return error.message.replaceAll(`${folder}/`, "").split("\n");
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text of a state file with these resources; what Terraform writes of each of them is filled in. */
export const stateOf = (resources: readonly object[]) =>
  JSON.stringify({
    version: 4,
    outputs: {},
    resources: resources.map((resource) => ({ mode: "managed", name: "one", instances: [], ...resource })),
  });
