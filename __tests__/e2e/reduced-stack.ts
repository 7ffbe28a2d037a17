import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SynthesizedStack } from "../../sandbox/terraform/synthesis";
import type { Block } from "../synth";

/** A stack without its providers: only where its state is and which states it reads. Terraform alone can run it. */
export class ReducedStack {
  private constructor(
    /** Absolute path of a folder of its own. */
    readonly directory: string,
    private readonly block: Block,
  ) {}

  /**
   * @param folder where the folder of the stack is made
   * @param outputs what it puts out
   */
  static of({ name, directory }: SynthesizedStack, folder: string, outputs: Readonly<Record<string, unknown>> = {}) {
    const stack = JSON.parse(readFileSync(join(directory, "cdk.tf.json"), "utf8")) as Record<string, Block | undefined>;
    const terraform = { ...stack["terraform"] };
    delete terraform["required_providers"];
    const { terraform_remote_state } = stack["data"] ?? {};
    const output = Object.fromEntries(Object.entries(outputs).map(([key, value]) => [key, { value }]));
    const reduced = new ReducedStack(join(folder, name), {
      terraform,
      ...(terraform_remote_state === undefined ? {} : { data: { terraform_remote_state } }),
      ...(stack["locals"] === undefined ? {} : { locals: stack["locals"] }),
      output,
    });
    mkdirSync(reduced.directory, { recursive: true });
    reduced.write((text) => text);
    return reduced;
  }

  /** Writes it with one word replaced, or as it is. */
  write(change: (text: string) => string): void {
    writeFileSync(join(this.directory, "stack.tf.json"), change(JSON.stringify(this.block)));
  }

  /** Its backend's configuration as `terraform init` understood it. */
  get initialized(): Block {
    const path = join(this.directory, ".terraform", "terraform.tfstate");
    return (JSON.parse(readFileSync(path, "utf8")) as { backend: { config: Block } }).backend.config;
  }
}
