import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformOutput, TerraformStack } from "cdktf";
import fc from "fast-check";
import { keepInFile } from "../../constructs/states/local-state";
import { expression } from "../../constructs/terraform/expression";
import { literal } from "../../constructs/terraform/literal";
import { quoted, template } from "../../constructs/terraform/template";
import { findTerraform } from "../../sandbox/terraform/version";
import { realTest } from "./world";

const found = findTerraform(process.env, "terraform");
const binary = "binary" in found ? found.binary : "";
const terraformTest = realTest("missing" in found ? [found.missing] : []);

/** Every character that YAML can bring, and often those that mean something to Terraform or JSON. */
const text = fc.string({
  maxLength: 12,
  unit: fc.oneof(
    fc.constantFrom("$", "${", "%", "%{", "{", "}", '"', "\\", "~", "a", "\n", "\r", "\t", "\b", "\f", "\0", "\u007f"),
    fc.constantFrom("\u0085", "\u009b", "\u2028", "\u202e", "\ufeff", "\u200b", "é", "e\u0301", "𝒳", "😀", "\\u0041"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
});

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entra-eks-text-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function terraform(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(binary, args, { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`terraform ${args.join(" ")}: ${stderr}`);
  return stdout;
}

/** What Terraform makes of values of its JSON. */
function evaluated(output: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const value = (name: string) => ({ value: output[name] });
  const outputs = Object.fromEntries(Object.keys(output).map((name) => [name, value(name)]));
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ locals: { id: "|ID" }, output: outputs }));
  terraform("init", "-no-color");
  terraform("apply", "-auto-approve", "-no-color");
  const read = JSON.parse(terraform("output", "-json")) as Record<string, { readonly value: unknown }>;
  return Object.fromEntries(Object.entries(read).map(([name, inside]) => [name, inside.value]));
}

/** Terraform normalizes every text: developer.hashicorp.com/terraform/language/expressions/types */
const normal = (texts: readonly string[]) => texts.map((one) => one.normalize("NFC"));

terraformTest("every text reaches Terraform as written, alone, in an expression and before one", () => {
  const texts = fc.sample(text, { numRuns: 500, seed: 20_261_126 });
  const id = expression`local.id`;
  const read = evaluated({
    alone: texts.map(literal),
    inside: expression`${texts}`.template,
    keys: expression`[for key, _ in ${Object.fromEntries(texts.map((one) => [one, null]))} : key]`.template,
    before: texts.map((one) => template`${one}${id}`),
    inside_before: expression`${texts.map((one) => quoted`${one}${id}`)}`.template,
  });
  const behind = normal(texts.map((one) => `${one}|ID`));
  expect(read).toEqual({
    alone: normal(texts),
    inside: normal(texts),
    keys: expect.arrayContaining(normal(texts)) as unknown,
    before: behind,
    inside_before: behind,
  });
  return Promise.resolve();
});

terraformTest("a state is where the path says, also with what begins a template", () => {
  const path = join(folder, "${a}", "%{if}", "$${b}.tfstate");
  const app = new App({ outdir: join(folder, "out") });
  const stack = new TerraformStack(app, "kept");
  keepInFile(stack, { type: "local", path });
  new TerraformOutput(stack, "here", { value: "yes" });
  app.synth();
  writeFileSync(join(folder, "main.tf.json"), readFileSync(join(folder, "out", "stacks", "kept", "cdk.tf.json")));
  terraform("init", "-no-color");
  terraform("apply", "-auto-approve", "-no-color");
  expect(readFileSync(path, "utf8")).toContain('"here"');
  return Promise.resolve();
});
