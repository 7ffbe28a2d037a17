import { accessOf, withTenant } from "../access-text";
import { missingMirrors } from "./cdktf";
import { OperatorFolder, type Ended } from "./operator-folder";
import { graphByHand } from "./graph-by-hand";
import { expectNothingMade } from "./nothing-left";
import { testWorld } from "./test-world";
import { until } from "./until";
import { whileGraphWaits } from "./waiting-graph";
import { missingParts } from "./world";

interface Told {
  readonly members?: string;
  readonly issuer?: "v1" | "v2";
  readonly groups?: string;
}

const text = ({ members = "ada@contoso.com", issuer = "v2", groups = "" }: Told = {}) =>
  withTenant(`
groups:
  devs: { members: [${members}] }
${groups}
login: { issuer: ${issuer}, protect: false }
allow: [replace-association]
clusters:
  c0:
    eks: { name: c0-eks, region: eu-central-1 }
    grants: [{ group: devs, clusterRole: view }]
  c1:
    eks: { name: c1-eks, region: eu-central-1 }
    grants: [{ group: devs, clusterRole: view }]
terraform: { providers: { aws: ">= 5.0" } }
`);
const everybody = "ada@contoso.com, bob@contoso.com, carol@contoso.com";

const { real, world } = testWorld(accessOf(text({ members: everybody })), {
  missing: [...missingParts(), ...missingMirrors()],
});

let made: OperatorFolder | undefined;
const operator = (): OperatorFolder => (made ??= new OperatorFolder(world.sandbox));
const deploy = (...args: readonly string[]) => operator().entraEks("deploy", "--yes", ...args);

/** Stacks on which Terraform ran, from the lines of the display. */
const ran = ({ stderr }: Ended, verb: string) =>
  [...stderr.matchAll(new RegExp(`^\\[[ \\d/]+\\] (\\S+): ${verb} done`, "gm"))].map(([, stack]) => stack).sort();

const group = (name: string) => world.sandbox.directory.all("groups").find(({ displayName }) => displayName === name);
const membersOfDevs = () => world.sandbox.directory.membersOf(group("devs")!.id);

real("deployed twice with --changed: the first runs every stack, the second none", async () => {
  operator().write(text());
  const first = await deploy("--changed");
  expect(first).toMatchObject({ status: 0 });
  expect(ran(first, "apply")).toEqual(["eks-c0", "eks-c1", "login", "people", "rbac-c0", "rbac-c1"]);
  expect(membersOfDevs()).toHaveLength(1);
  const second = await deploy("--changed");
  expect(second).toMatchObject({ status: 0, stderr: "" });
  expect(second.stdout).toContain("6 stacks are as deployed");
  const whole = await operator().entraEks("plan");
  expect(whole.stdout).toContain("nothing to do");
  expect(whole.stdout).not.toMatch(/ to (create|change|replace|destroy)/);
});

real("a member's change runs people alone", async () => {
  operator().write(text({ members: "ada@contoso.com, bob@contoso.com" }));
  const run = await deploy("--changed");
  expect(run).toMatchObject({ status: 0 });
  expect(run.stdout).toContain("+ bob@contoso.com may now do what ClusterRole view allows everywhere on c0 and c1");
  expect([ran(run, "plan"), ran(run, "apply")]).toEqual([["people"], ["people"]]);
  expect(membersOfDevs()).toHaveLength(2);
});

real("cdktf in between: its stack is looked at again, and both see one state", async () => {
  operator().write(text({ members: everybody }));
  expect(await operator().cdktf("deploy people")).toMatchObject({ status: 0 });
  expect(membersOfDevs()).toHaveLength(3);
  const run = await deploy("--changed");
  expect(run).toMatchObject({ status: 0 });
  expect([ran(run, "plan"), ran(run, "apply")]).toEqual([["people"], []]);
  expect(await operator().cdktf("deploy people")).toMatchObject({ status: 0 });
  // What Terraform has read anew may be in the state now, where Graph has answered late: then it is planned once more.
  const again = await deploy("--changed");
  expect(again).toMatchObject({ status: 0 });
  expect(ran(again, "apply")).toEqual([]);
  expect(await deploy("--changed")).toMatchObject({ status: 0, stderr: "" });
});

real(
  "another issuer in the outputs of login runs the clusters that read it; what it replaces there was foreseen",
  async () => {
    operator().write(text({ members: everybody, issuer: "v1" }));
    const run = await deploy("--changed");
    expect(run).toMatchObject({ status: 0 });
    expect(run.stdout).toContain("! The people of c0 are locked out for 20 to 40 minutes twice");
    for (const cluster of ["c0", "c1"]) {
      expect(run.stdout).toContain(
        `eks-${cluster}: planned again after that; foreseen from both files:\n  -/+ aws_eks_identity_provider_config.association\n`,
      );
    }
    expect(ran(run, "apply")).toEqual(["eks-c0", "eks-c1", "login"]);
    expect(await deploy("--changed")).toMatchObject({ status: 0, stderr: "" });
  },
);

real("a lock that another run holds is told with who holds it, and that run ends well", async () => {
  operator().write(text({ members: everybody, issuer: "v1", groups: "  ops: {}" }));
  const { first, second } = await whileGraphWaits(world, async () => {
    const { ended } = operator().begin("deploy", "--yes", "people");
    await until(() => operator().isLocked("people"), ended);
    return { first: ended, second: await operator().entraEks("plan", "people") };
  });
  expect(second).toMatchObject({ status: 1 });
  expect(second.stdout).toMatch(/^The state of people is locked by \S+ since 20\d\d-\d\d-\d\d [\d:]+: another run/m);
  expect(second.stdout).toMatch(/on the machine where it runs: lsof -t state\/people\.tfstate$/m);
  expect(await first).toMatchObject({ status: 0 });
  expect(group("ops")).toBeDefined();
});

/** Whether Terraform knows of a group that it has made: it goes on to change it. */
function isKnown(name: string): boolean {
  const { id } = group(name) ?? {};
  const changes = world.sandbox.graph.log.filter(({ method }) => method === "PATCH");
  return id !== undefined && changes.some(({ path }) => path.endsWith(`/groups/${id}`));
}

real("Ctrl-C: Terraform writes what it has begun into its state, and the next run goes on from there", async () => {
  operator().write(text({ members: everybody, issuer: "v1", groups: "  ops: {}\n  late: {}" }));
  const { child, ended } = operator().begin("deploy", "--yes", "--changed");
  await until(() => isKnown("late"), ended);
  child.kill("SIGINT");
  const { status, stderr } = await ended;
  expect(status).toBe(2);
  expect(stderr).toContain("Stopping: Terraform finishes what it has begun");
  expect(await deploy("--changed")).toMatchObject({ status: 0 });
  const late = world.sandbox.directory.all("groups").filter(({ displayName }) => displayName === "late");
  expect(late).toHaveLength(1);
});

real(
  "a stack that fails: its error is told once and whole, what comes after it is not run, and nothing secret is said",
  async () => {
    const secret = world.sandbox.props.seed.deployer.clientSecret;
    const taken = { displayName: "taken", mailEnabled: false, mailNickname: "taken", securityEnabled: true };
    expect(await graphByHand(world.sandbox, "POST", "/groups", taken)).toBe(201);
    const more = text({ members: everybody, issuer: "v1", groups: "  taken: {}" });
    operator().write(more.replace("[{ group: devs, clusterRole: view }]", "[{ group: taken, clusterRole: view }]"));
    const run = await deploy("--changed");
    expect(run).toMatchObject({ status: 1 });
    expect(run.stdout.split('An existing "azuread_group" with name "taken"')).toHaveLength(2);
    expect(run.stdout).toContain("rbac-c0 was not run: people did not succeed");
    expect(run.stdout + run.stderr).not.toContain(secret);
    const id = group("taken")!.id;
    expect(run.stdout).toContain(`-chdir=cdktf.out/stacks/people import azuread_group.taken /groups/${id}\n`);
    expect(await graphByHand(world.sandbox, "DELETE", `/groups/${id}`)).toBe(204);
  },
);

real("destroy takes everything away, the last first", async () => {
  operator().write(text({ members: everybody, issuer: "v1" }));
  const run = await operator().entraEks("destroy", "--yes");
  expect(run).toMatchObject({ status: 0 });
  expect(run.stdout).toContain("6 stacks destroyed.");
  expectNothingMade(world);
  expect((await operator().entraEks("destroy", "--yes")).stdout).toBe("Nothing to do.\n");
});
