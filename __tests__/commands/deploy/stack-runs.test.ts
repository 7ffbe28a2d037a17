import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sourcesOf } from "../../../commands/deploy/as-deployed";
import { Interruption } from "../../../commands/deploy/interruption";
import { lanesFor } from "../../../commands/deploy/lanes";
import { StackRuns } from "../../../commands/deploy/stack-runs";
import { Steps } from "../../../commands/sandbox/steps";
import { synthesize } from "../../../main";
import { stacksIn } from "../../../sandbox/terraform/synthesis";
import { accessOf, withTenant } from "../../access-text";
import { asFound, standardError } from "../../standard-error";
import { Operator } from "./operator";

afterEach(asFound);

test("a log hears of a run that takes long before it ends", async () => {
  standardError(false);
  const operator = new Operator().write("", { waits: { people: 1200 } });
  const outdir = join(operator.folder, "cdktf.out");
  mkdirSync(join(operator.folder, "plans"));
  synthesize({ access: accessOf(withTenant("groups: { devs: {} }\n")), directory: operator.folder }, outdir);
  const err = jest.spyOn(process.stderr, "write").mockReturnValue(true);
  const interruption = new Interruption(() => undefined);
  const { TERRAFORM_BINARY_NAME: binary = "" } = operator.env;
  const runs = new StackRuns({
    terraform: { binary, env: { ...process.env, ...operator.env }, interruption },
    stateFile: () => undefined,
    lanes: lanesFor(1),
    steps: new Steps(),
    folder: join(operator.folder, "plans"),
    sayAgainMs: 500,
  });
  const stack = stacksIn(outdir).find(({ name }) => name === "people")!;
  const plan = await runs.plan(stack, () => sourcesOf(stack, () => undefined));
  if (!("changes" in plan)) throw new Error(plan.terraform);
  expect(await runs.apply(stack, plan, "apply", () => undefined)).toBeUndefined();
  const said = err.mock.calls.map(([chunk]) => String(chunk)).join("");
  err.mockRestore();
  interruption.end();
  expect(said).toMatch(/^people: apply goes on, [\d.]+ s\n\[.*people: apply done /m);
  expect(readFileSync(operator.statePath("people"), "utf8")).toContain("azuread_group");
  operator.end();
});
