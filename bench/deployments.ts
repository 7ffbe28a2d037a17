import { accessOf, withTenant } from "../__tests__/access-text";
import { Checkout } from "../__tests__/e2e/cdktf";
import { startWorld } from "../__tests__/e2e/world";
import { cloudChanges } from "../commands/report/clouds/cloud-changes";
import { synthesize } from "../main";

/** More Terraforms at once only wait for each other, and an API server that waits too long ends a request. */
const atOnce = "--parallelism 3";

/**
 * Prints how long deployments take in one sandbox: the first of everything, a change by the command that the comparison of
 * both access files names, and the way back by deploying everything.
 *
 * @param count how many clusters there are
 */
async function measure(count: number): Promise<void> {
  const [before, after] = [textOf(count, "view"), textOf(count, "edit")];
  const placed = (text: string) => ({ access: accessOf(text), directory: "/srv/access" });
  const { command } = cloudChanges(placed(before), placed(after), synthesize);
  if (command === null) throw new Error("the comparison finds nothing to deploy");
  const world = await startWorld(accessOf(after));
  try {
    const checkout = new Checkout(world.sandbox);
    const timed = async (text: string, what: string): Promise<void> => {
      const begun = performance.now();
      const { status, output } = await checkout.run(text, `${what} ${atOnce}`);
      if (status !== 0)
        throw new Error(`${what}\n${output.slice(Math.max(0, output.search(/│ Error: /)), -1).slice(0, 2000)}`);
      process.stdout.write(`${String(Math.round((performance.now() - begun) / 1000)).padStart(5)} s  ${what}\n`);
    };
    const everything = "npx cdktf deploy '*'";
    await timed(before, everything);
    await timed(after, command);
    await timed(before, everything);
  } finally {
    await world.end();
  }
}

/** One person and one grant: both of them change with the role. */
function textOf(count: number, role: "view" | "edit"): string {
  const clusters = Array.from({ length: count }, (_, index) => {
    const grant = index === 0 ? `{ group: devs, clusterRole: ${role} }` : "{ group: devs, clusterRole: view }";
    const name = `c${String(index)}`;
    return `  ${name}:\n    eks: { name: ${name}-eks, region: eu-central-1 }\n    grants: [${grant}]\n`;
  });
  const members = role === "view" ? "[ada@contoso.com]" : "[ada@contoso.com, bob@contoso.com]";
  return withTenant(
    `groups: { devs: { members: ${members} } }\nclusters:\n${clusters.join("")}terraform: { providers: { aws: ">= 5.0" } }\n`,
  );
}

void measure(Number(process.argv[2] ?? 20));
