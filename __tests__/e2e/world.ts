import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Access } from "../../config/schema/access";
import { synthesize } from "../../main";
import type { DirectorySeed } from "../../sandbox/msgraph/directory-view";
import { findBinaries } from "../../sandbox/clusters/kubernetes/binaries";
import { rehearse } from "../../sandbox/terraform/rehearsal";
import { Sandbox } from "../../sandbox/sandbox";
import { seedOf } from "../../sandbox/users/seed";
import type { Deployment, StackEvent } from "../../sandbox/terraform/deployment";
import { findTerraform } from "../../sandbox/terraform/version";

/** A sandbox, what is deployed into it, and what happened. */
export interface World {
  readonly sandbox: Sandbox;
  /** Synthesizes an access file, possibly a changed one, for the same sandbox. */
  readonly deployment: (access?: Access) => Promise<Deployment>;
  readonly events: readonly StackEvent[];
  readonly end: () => Promise<void>;
}

/** What this machine lacks to be a judge, each in a sentence: see `find-missing.ts`. */
export const missingParts = (): string[] => JSON.parse(process.env["E2E_MISSING"] ?? "[]") as string[];

/** The same for what has a client secret that rotates. */
export const missingPartsOfPortal = (): string[] => [
  ...missingParts(),
  ...(JSON.parse(process.env["E2E_MISSING_FOR_PORTAL"] ?? "[]") as string[]),
];

/**
 * Starts a sandbox for an access file.
 *
 * @param more what is in the directory beside those whom the file names
 * @param apiServers whether clusters have one: no stack but rbac and portal talks to it
 */
export async function startWorld(
  access: Access,
  more: Partial<DirectorySeed> = {},
  { apiServers = true }: { readonly apiServers?: boolean } = {},
): Promise<World> {
  const terraform = findTerraform(process.env, access.terraform.flavour);
  const binaries = findBinaries(process.env);
  if ("missing" in terraform || "missing" in binaries) throw new Error(missingParts().join("; "));
  const folder = mkdtempSync(join(tmpdir(), "entra-eks-e2e-"));
  const seed = seedOf(access);
  const users = [
    ...seed.users.filter(
      ({ userPrincipalName }) => !more.users?.some((user) => user.userPrincipalName === userPrincipalName),
    ),
    ...(more.users ?? []),
  ];
  const sandbox = await Sandbox.start({
    access,
    folder,
    binaries: apiServers ? binaries : undefined,
    seed: { ...seed, ...more, users },
  });
  const events: StackEvent[] = [];
  const tell = (event: StackEvent) => events.push(event);
  return {
    sandbox,
    events,
    deployment: async (changed = access) => {
      const props = { sandbox, terraform: terraform.binary, env: process.env, writeStacks: synthesize, tell };
      const deployment = rehearse(props, changed);
      await deployment.initialize();
      if (deployment.skipped.size > 0) throw new Error([...deployment.skipped.values()].join("; "));
      return deployment;
    },
    end: async () => {
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A `test` that is counted as skipped, with the reason in its name, where a real part is missing; with E2E_STRICT it fails. */
export function realTest(missing: readonly string[]): (name: string, run: () => Promise<void>) => void {
  if (missing.length === 0) return test;
  return (name) => {
    if (process.env["E2E_STRICT"] === "1") {
      test(name, () => {
        throw new Error(missing.join("; "));
      });
    } else {
      test.skip(`${name} — ${missing.join("; ")}`, () => undefined);
    }
  };
}
