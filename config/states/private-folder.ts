import { mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { clientStack, confidentialClients } from "../../model/clients/client";
import { openshiftStack, openshiftsWithSecret } from "../../model/clusters/openshift";
import type { PlacedAccess } from "../../model/placed-access";
import { statePlace } from "../../model/states/state-place";

/** Stacks whose states hold passwords or client secrets. */
const secretStacks = ({ access }: PlacedAccess) => [
  ...["users", "portal", "credentials"],
  ...confidentialClients(access).map(([name]) => clientStack(name)),
  ...openshiftsWithSecret(access).map(([key]) => openshiftStack(key)),
];

/** Makes the folder of local states for its owner alone; one that is there is left as it is, and `check` tells. */
export function keepPrivate({ access, directory }: PlacedAccess): void {
  if (access.backend.type !== "local") return;
  mkdirSync(resolve(directory, access.backend.directory), { recursive: true, mode: 0o700 });
}

/** States with secrets that others on this machine can read, by mode: absolute paths. Windows has no such modes. */
export function readByOthers(file: PlacedAccess): string[] {
  if (process.platform === "win32") return [];
  return secretStacks(file)
    .map((stack) => statePlace(file, stack))
    .flatMap((place) => (place.type === "local" ? [place.path] : []))
    .flatMap((path) => [path, `${path}.backup`])
    .filter((path) => isOpen(path, 0o044) && isOpen(dirname(path), 0o011));
}

function isOpen(path: string, modes: number): boolean {
  return ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & modes) !== 0;
}
