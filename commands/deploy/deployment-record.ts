import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync, renameSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { readBytes } from "../../config/file/read-bytes";
import { version } from "../../package.json";
import type { PlacedAccess } from "../../model/placed-access";
import { placeInWords, statePlace } from "../../model/states/state-place";

/** What a state is known by; nothing if there is none. */
const StateIdentity = z.object({ lineage: z.string(), serial: z.number() }).nullable();

const DeploymentRecord = z.object({
  format: z.literal(1),
  /** Version of this program. */
  release: z.string(),
  /** Which Terraform it was. */
  terraform: z.string(),
  /** ISO 8601. */
  deployedAt: z.string(),
  /** Digest of the stack's Terraform. */
  configuration: z.string(),
  /** Version of each provider. */
  providers: z.record(z.string(), z.string()),
  /** Digest of the outputs of other stacks that it reads. */
  inputs: z.string(),
  /** Where the state is, in words. */
  place: z.string(),
  state: StateIdentity,
  /** Whether a later deployment has begun, and has not come to its end: the rest is what was deployed before it. */
  begun: z.boolean().default(false),
  /** Why it has to run again although nothing has changed. */
  unfinished: z.string().nullable(),
  /** Digest of the access file that it is made of, which is kept beside; nothing if it came from standard input. */
  accessFile: z.string().nullable(),
});

/** What a stack was last deployed from, and the state that this left: which later state is another, one of the two tells. */
export type DeploymentRecord = z.output<typeof DeploymentRecord>;

/** A deployed access file that is kept here. */
export type RecordedBase = Pick<DeploymentRecord, "accessFile" | "deployedAt">;

export type StateIdentity = z.output<typeof StateIdentity>;

/** A record has a few hundred. */
const mostBytes = 1024 * 1024;

export const digest = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * What is known of the last deployments from here: a file for each stack, and each access file that one of them is made of.
 * Nothing in it is a secret, and nothing rests on it alone: a record counts only for the very state that it names.
 */
export class DeploymentRecords {
  /** Beside local states; else beside the access file. */
  readonly folder: string;

  constructor(private readonly placed: PlacedAccess) {
    const { directory } = placed;
    const { backend } = placed.access;
    const home = backend.type === "local" ? backend.directory : ".entra-eks";
    this.folder = resolve(directory, home, "deployed");
  }

  /** Names of the stacks with a record. One of a state elsewhere, such as that of another access file in this folder, is none. */
  stacks(): string[] {
    return this.recorded().filter((stack) => this.here(stack) !== undefined);
  }

  /** The record of a stack whose state is still where it was. Records of local states move with them. */
  here(stack: string): DeploymentRecord | undefined {
    const record = this.of(stack);
    const place = statePlace(this.placed, stack);
    return place.type === "local" || record?.place === placeInWords(place) ? record : undefined;
  }

  private recorded(): string[] {
    return this.files().flatMap((name) => (name.endsWith(".json") ? [name.slice(0, -".json".length)] : []));
  }

  /** @returns nothing if there is none, or it is not one of this program's */
  of(stack: string): DeploymentRecord | undefined {
    try {
      return DeploymentRecord.parse(JSON.parse(readBytes(this.file(stack), mostBytes).toString("utf8")));
    } catch {
      return undefined;
    }
  }

  /** @param accessText the access file that it is made of; nothing if it came from standard input */
  keep(stack: string, record: Omit<DeploymentRecord, "accessFile" | "begun">, accessText: string | undefined): void {
    const accessFile = accessText === undefined ? null : digest(accessText);
    if (accessFile !== null && accessText !== undefined) this.write(this.accessFile(accessFile), accessText);
    this.writeRecord(stack, { ...record, accessFile, begun: false });
  }

  /**
   * What is begun with a stack may leave it half done: it runs again, and is compared with the file from before.
   *
   * @param otherwise what it is compared with if it has no record; its file is here
   */
  begin(stack: string, otherwise: (RecordedBase & Pick<DeploymentRecord, "place">) | undefined): void {
    const nothing = { format: 1, release: version, terraform: "", providers: {}, inputs: "", state: null } as const;
    const before = this.here(stack) ?? (otherwise && { ...nothing, unfinished: null, ...otherwise });
    if (before === undefined) return;
    try {
      if (before.accessFile === digest("")) this.write(this.accessFile(digest("")), "");
      // An earlier release, which does not know what has begun, takes it for another Terraform.
      this.writeRecord(stack, { ...before, configuration: "", begun: true });
    } catch (error) {
      // Without a record that says otherwise it runs again all the same.
      if (this.of(stack) !== undefined) throw error;
    }
  }

  /** The access file from before anything was deployed, which is empty. */
  nothing(): RecordedBase {
    return { accessFile: digest(""), deployedAt: "" };
  }

  /** Nothing of it is deployed any more. */
  forget(stack: string): void {
    rmSync(this.file(stack), { force: true });
  }

  /** Path of the access file that a stack is made of. */
  accessFile(digest: string): string {
    return join(this.folder, `access-${digest.slice(0, 16)}.yaml`);
  }

  private file(stack: string): string {
    return join(this.folder, `${stack}.json`);
  }

  private writeRecord(stack: string, record: DeploymentRecord): void {
    this.write(this.file(stack), `${JSON.stringify(record, null, 2)}\n`);
    this.tidy();
  }

  /** In one step: a file that is half written would be read by another run. */
  private write(path: string, text: string): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const draft = `${path}.${String(process.pid)}`;
    writeFileSync(draft, text, { mode: 0o600 });
    renameSync(draft, path);
  }

  /** Access files that no stack is made of any more go. */
  private tidy(): void {
    const kept = this.recorded().map((stack) => this.accessFile(this.of(stack)?.accessFile ?? ""));
    for (const name of this.files()) {
      const path = join(this.folder, name);
      if (/^access-[0-9a-f]{16}\.yaml$/.test(name) && !kept.includes(path)) rmSync(path, { force: true });
    }
  }

  private files(): string[] {
    try {
      return readdirSync(this.folder);
    } catch {
      return [];
    }
  }
}
