import { copyFileSync } from "node:fs";
import { join } from "node:path";
import type { Access } from "../../config/schema/access";
import { applicationPermissions } from "../../model/permissions/application-permissions";
import { stackPermissions, type StackPermissions } from "../../model/permissions/stack-permissions";
import { hold, holdEverything, kept } from "./permitted";
import { reducedPermissions, type Reduced } from "./reduced-permissions";
import { byHand, unbroken } from "./stack-by-hand";
import type { World } from "./world";

const all = Object.keys(applicationPermissions);
const refusal = /Authorization_RequestDenied|AccessDenied|is forbidden|is attempting to grant RBAC permissions/;
const run = {
  plan: ["plan", "-input=false", "-detailed-exitcode"],
  apply: ["apply", "-input=false", "-auto-approve"],
  destroy: ["destroy", "-input=false", "-auto-approve"],
} as const;

type Step = "plan" | "change" | "destroy";

/**
 * The steps in which an entry may be missed, the likeliest first: each takes a minute of waiting. A change and a destroy read
 * before they write, so no plan has to come before them.
 */
function likelySteps(entry: string): readonly Step[] {
  // What only makes something is judged where nothing is there.
  if (/: (create|bind) |eks:Associate/.test(entry)) return ["plan"];
  if (/: (update|patch) /.test(entry) || grants(entry)) return ["change", "destroy"];
  if (/: delete |eks:Disassociate/.test(entry)) return ["destroy", "change"];
  return ["plan", "change", "destroy"];
}

/** What a role of the file gives to people, and its author has to hold. */
const grants = (entry: string) => /^rbac-\S+ apply: (?!bind)\S+ (?!namespaces|cluster|role)/.test(entry);

/** A world in which every stack is deployed with no more than what is printed for it, and what an edit of the file changes. */
export class Removal {
  private readonly stacks: ReadonlyMap<string, StackPermissions>;

  private constructor(
    private readonly world: World,
    access: Access,
  ) {
    this.stacks = new Map(stackPermissions(access).map((stack) => [stack.stack, stack]));
  }

  /** @param edited the file after an edit that changes something in each stack that can be changed */
  static async prepare(world: World, access: Access, edited: Access): Promise<Removal> {
    const removal = new Removal(world, access);
    await world.deployment(edited);
    for (const stack of removal.stacks.keys()) copyFileSync(removal.file(stack), removal.file(stack, "edited"));
    await world.deployment(access);
    for (const stack of removal.stacks.keys()) copyFileSync(removal.file(stack), removal.file(stack, "usual"));
    return removal;
  }

  get names(): string[] {
    return [...this.stacks.keys()];
  }

  /** Runs Terraform with no more than what is printed. */
  async permitted(stack: string, command: keyof typeof run) {
    hold(this.world, this.of(stack), command === "plan" ? "plan" : "apply");
    return byHand(this.world, stack, run[command]);
  }

  /**
   * Takes each entry away in turn, and looks for a step that is refused without it.
   *
   * @returns the step by the entry; `nothing` for an entry that could go
   */
  async proof(name: string): Promise<Record<string, string>> {
    const stack = this.of(name);
    const found: Record<string, string> = {};
    for (const { entry, left } of reducedPermissions(stack, "plan")) {
      hold(this.world, left, "plan");
      found[entry] = (await this.isRefused(name, run.plan)) ? "plan" : "nothing";
    }
    const deployed = kept(this.world);
    const back = async () => {
      holdEverything(this.world, all);
      deployed();
      if (this.hasAssociation(name)) await this.must(name, run.apply);
    };
    const rest: Reduced[] = [];
    for (const reduced of reducedPermissions(stack, "apply")) {
      const step = await this.stepOfDeployed(name, reduced, back);
      if (step === undefined) rest.push(reduced);
      else found[reduced.entry] = step;
    }
    holdEverything(this.world, all);
    await this.must(name, run.destroy);
    const nothing = kept(this.world);
    for (const { entry, left } of rest) {
      hold(this.world, left, "apply");
      found[entry] = (await this.isRefused(name, run.apply)) ? "apply" : "nothing";
      holdEverything(this.world, all);
      if (this.hasAssociation(name)) await this.must(name, run.destroy);
      else nothing();
    }
    deployed();
    await this.must(name, run.apply);
    return found;
  }

  /** What is refused of a stack that is deployed; `undefined` if nothing is. */
  private async stepOfDeployed(name: string, { entry, left }: Reduced, back: () => Promise<void>) {
    for (const step of likelySteps(entry)) {
      hold(this.world, left, "apply");
      const refused = await this.isRefusedIn(step, name);
      // A plan changes nothing that would have to be brought back.
      if (step !== "plan") await back();
      if (refused) return step;
    }
    return undefined;
  }

  private async isRefusedIn(step: Step, name: string): Promise<boolean> {
    if (step === "change") return this.editIsRefused(name);
    return this.isRefused(name, run[step]);
  }

  /** An association cannot be put back as it was, only made again. */
  private hasAssociation = (stack: string) => stack.startsWith("eks-");

  private async editIsRefused(name: string): Promise<boolean> {
    copyFileSync(this.file(name, "edited"), this.file(name));
    const refused = await this.isRefused(name, run.apply);
    copyFileSync(this.file(name, "usual"), this.file(name));
    return refused;
  }

  private async isRefused(stack: string, args: readonly string[]): Promise<boolean> {
    const { status, output } = await byHand(this.world, stack, args);
    const refused = status === 1 && refusal.test(unbroken(output));
    if (status === 1 && !refused) throw new Error(output);
    return refused;
  }

  private async must(stack: string, args: readonly string[]): Promise<void> {
    const { status, output } = await byHand(this.world, stack, args);
    if (status !== 0) throw new Error(output);
  }

  private of(name: string): StackPermissions {
    const stack = this.stacks.get(name);
    if (stack === undefined) throw new Error(`no stack ${name}`);
    return stack;
  }

  private file(stack: string, kind?: string): string {
    const path = join(this.world.sandbox.props.folder, "cdktf.out", "stacks", stack, "cdk.tf.json");
    return kind === undefined ? path : `${path}.${kind}`;
  }
}
