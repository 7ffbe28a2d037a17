import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, type Manifest } from "cdktf";
import { defineSignIn } from "../main";
import { accessOf } from "./access-text";

/** A block of Terraform JSON. */
export type Block = Record<string, unknown>;

/** Terraform JSON as `cdktf synth` writes it, by stack. */
export class Synthesized {
  constructor(
    readonly stacks: Readonly<Record<string, Block>>,
    /** The stacks that each stack is deployed after. */
    readonly dependencies: Readonly<Record<string, readonly string[]>>,
  ) {}

  stack(name: string): Block {
    const stack = this.stacks[name];
    if (stack === undefined) throw new Error(`no stack ${name}; there are ${Object.keys(this.stacks).join(", ")}`);
    return stack;
  }

  /** A block by its path in the JSON, such as `resource`, `azuread_group`, `developers`. */
  find(stack: string, ...path: readonly string[]): Block {
    const found = path.reduce<unknown>((block, key) => (block as Block | undefined)?.[key], this.stack(stack));
    if (found === undefined) throw new Error(`no ${path.join(".")} in stack ${stack}`);
    return found as Block;
  }

  resource(stack: string, type: string, address: string): Block {
    return this.find(stack, "resource", type, address);
  }

  /** The addresses of every resource of a type. */
  addresses(stack: string, type: string): string[] {
    const resources = this.stack(stack)["resource"] as Record<string, Block | undefined> | undefined;
    return Object.keys(resources?.[type] ?? {});
  }

  get json(): string {
    return JSON.stringify(this.stacks);
  }
}

/** Folder that the access file of a test is said to be in. */
export const directory = "/srv/access";

/** Synthesizes the whole program as the CLI does, not stack by stack. */
export function synth(text: string): Synthesized {
  const outdir = mkdtempSync(join(tmpdir(), "entra-eks-"));
  try {
    const app = new App({ outdir });
    defineSignIn(app, { access: accessOf(text), directory });
    app.synth();
    const manifest = JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8")) as Manifest;
    const stacks = Object.values(manifest.stacks);
    const read = (path: string) => JSON.parse(readFileSync(join(outdir, path), "utf8")) as Block;
    return new Synthesized(
      Object.fromEntries(stacks.map(({ name, synthesizedStackPath }) => [name, read(synthesizedStackPath)])),
      Object.fromEntries(stacks.map(({ name, dependencies }) => [name, dependencies])),
    );
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
