import { accessOf, withTenant } from "../__tests__/access-text";
import { OperatorFolder, type Ended } from "../__tests__/e2e/operator-folder";
import { startWorld } from "../__tests__/e2e/world";
import { cloudChanges } from "../commands/report/clouds/cloud-changes";
import { synthesize } from "../main";

/** More Terraforms at once only wait for each other, and an API server that waits too long ends a request. */
const atOnce = "--parallelism 3";

/**
 * Prints how long deployments take in one sandbox, by cdktf and by this program: the first of everything, a member's change,
 * a change by the command that the comparison of both access files names, and ways back by deploying everything.
 *
 * @param count how many clusters there are
 */
async function measure(count: number): Promise<void> {
  const [before, after] = [textOf(count, "view"), textOf(count, "edit")];
  const member = before.replace("[ada@contoso.com]", "[ada@contoso.com, bob@contoso.com]");
  const placed = (text: string) => ({ access: accessOf(text), directory: "/srv/access" });
  const { command } = cloudChanges(placed(before), placed(after), synthesize);
  if (command === null) throw new Error("the comparison finds nothing to deploy");
  const world = await startWorld(accessOf(after));
  try {
    const folder = new OperatorFolder(world.sandbox);
    const timed = async (text: string, what: string, why: string): Promise<void> => {
      folder.write(text);
      const { status, stdout, stderr, seconds } = await run(folder, what);
      if (status !== 0) {
        const output = `${stdout}\n${stderr}`;
        throw new Error(`${what}\n${output.slice(Math.max(0, output.search(/Error: /)), -1).slice(0, 2000)}`);
      }
      process.stdout.write(`${seconds.toFixed(1).padStart(7)} s  ${what.padEnd(50)} ${why}\n`);
    };
    const everything = "npx cdktf deploy '*'";
    const changed = "npx entra-eks deploy --changed";
    await timed(before, everything, "first of everything");
    await timed(before, "npx entra-eks deploy", "nothing has changed, and every stack is planned");
    await timed(before, changed, "nothing has changed");
    await timed(member, changed, "a member comes");
    await timed(before, everything, "the member goes");
    await timed(before, changed, "cdktf has deployed since");
    await timed(after, command, "a member comes, and a cluster's grant changes");
    await timed(before, changed, "the same back");
    await timed(after, everything, "the same once more");
  } finally {
    await world.end();
  }
}

function run(folder: OperatorFolder, command: string): Promise<Ended> {
  const [, ofCdktf] = /^npx cdktf (.*)$/.exec(command) ?? [];
  if (ofCdktf !== undefined) return folder.cdktf(`${ofCdktf} ${atOnce}`);
  return folder.entraEks(...command.split(" ").slice(2), "--yes", ...atOnce.split(" "));
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
