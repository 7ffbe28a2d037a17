import { canI } from "../../commands/can-i";
import { explain } from "../../commands/explain";
import { report } from "../../commands/report";
import type { PageData } from "../../commands/report/page/page-data";
import { onboard } from "../../commands/onboard";
import { reportAgainst } from "../../commands/report/against";
import { whoCan } from "../../commands/who-can";
import { withTenant } from "../access-text";
import { printed } from "./printed";

const numbers = Array.from({ length: 201 }, (_, index) => String(index + 1));
const ada = "ada@contoso.com";
const bob = "bob@contoso.com";

/** Ada is in 201 groups, Bob in one of them; an OAuth server signs both in to factory. */
const text = (signIn = "oauth", most = 201) =>
  withTenant(`
groups:
  developers: { members: [${ada}, ${bob}] }
${numbers
  .slice(1, most)
  .map((number) => `  g${number}: { members: [${ada}] }\n`)
  .join("")}clusters:
  factory:
    openshift: { kubeconfig: config, context: factory, domain: apps.factory.contoso.com, signIn: ${signIn} }
    grants: [{ group: developers, clusterRole: edit, namespaces: [team-a] }]
`);
const why = "the person is in more than 200 groups, nested ones included, so Entra lists none";

const edit = "change what runs, read secrets, and run commands in pods";
const beside = "and whatever OpenShift adds to it, which only the cluster knows";

const run = (command: (file: string) => number | Promise<number>, files: Readonly<Record<string, string>> = {}) =>
  printed({ "access.yaml": text(), ...files }, (file) => Promise.resolve(command(file)) as Promise<0 | 1 | 2>);
const json = async (...given: Parameters<typeof run>) =>
  JSON.parse((await run(...given)).stdout) as Record<string, unknown>;

const asked = (file: string, as: string) =>
  canI(["delete", "pods"], { file, json: true, as, cluster: "factory", namespace: "team-a" });

test("every command says that no grant applies to whoever signs in without groups, and that one applies to others", async () => {
  const explained = (person: string) => json((file) => explain({ file, json: true, cluster: "factory", person }));
  expect(await explained(ada)).toMatchObject({ accepted: true, groups: [], grants: [], withoutGroups: why });
  expect(await explained(bob)).toMatchObject({ accepted: true, withoutGroups: null });

  expect(await json((file) => asked(file, ada))).toMatchObject({ verdict: "no", because: "no groups", reason: why });
  expect(await json((file) => asked(file, bob))).toMatchObject({ verdict: "yes" });

  const listed = (as: string) =>
    json((file) => canI([], { file, json: true, as, list: true, cluster: "factory", namespace: "team-a" }));
  const pods = (all: Record<string, unknown>) => JSON.stringify(all["rules"]).includes('"pods');
  expect([pods(await listed(ada)), pods(await listed(bob))]).toEqual([false, true]);
  expect(await listed(ada)).toMatchObject({ refused: null, withoutGroups: why });

  const { clusters } = await json((file) => whoCan(["delete", "pods"], { file, json: true, namespace: "team-a" }));
  expect(clusters).toMatchObject([
    { people: [{ person: bob, verdict: "yes" }], shutOut: [], withoutGroups: [{ person: ada, reason: why }] },
  ]);

  const { holders } = await json((file) => report({ file, format: "json", by: "person" }));
  expect(holders).toMatchObject([
    { name: ada, refused: {}, withoutGroups: { factory: why } },
    { name: bob, refused: {}, withoutGroups: {} },
  ]);

  const { gains, signIns } = await json(
    (file) => reportAgainst({ file, format: "json", against: file.replace("access.yaml", "old.yaml") }),
    { "old.yaml": text("external") },
  );
  expect(gains).toEqual([]);
  expect(signIns).toMatchObject([{ who: [{ name: ada }], kind: "let in", groupless: why }]);
});

test("each command says so in words", async () => {
  const told = async (command: (file: string) => number | Promise<number>) => {
    const { stdout, stderr } = await run(command);
    return stdout + stderr;
  };
  const explained = await told((file) => explain({ file, json: false, cluster: "factory", person: ada }));
  expect(explained).toContain(
    `No grant applies on factory, so the person may do there what everybody may: ${why}\nFor the operator: The person is in more than 200 groups`,
  );
  const can = { as: ada, cluster: "factory", namespace: "team-a", json: false };
  expect(await told((file) => canI(["delete", "pods"], { file, ...can }))).toBe(
    `no\n${ada} signs in to factory, but no grant applies: ${why}\n`,
  );
  expect(await told((file) => canI([], { file, ...can, list: true }))).toContain(
    `Warning: the list has what everybody may, no grant applies: ${why}\n`,
  );
  expect(await told((file) => whoCan(["delete", "pods"], { file, json: false, namespace: "team-a" }))).toContain(
    `${ada} has a grant that does not apply: ${why}\n`,
  );
  const table = await told((file) => report({ file, format: "table", by: "person" }));
  expect(table).toMatch(/ada@contoso\.com .*no groups there/);
  expect(table).toMatch(/bob@contoso\.com .*edit/);
  expect(table).toContain(`No grant of ${ada} applies on factory: ${why}`);
  const rows = (await told((file) => report({ file, format: "csv", by: "person" }))).split("\n");
  expect(rows.find((row) => row.startsWith(ada))).toMatch(new RegExp(`,,"${why}"$`));
});

test("what everybody may, somebody without groups may too", async () => {
  const of = (words: readonly string[]) =>
    json((file) => canI(words, { file, json: true, as: ada, cluster: "factory" }));
  expect(await of(["get", "/version"])).toMatchObject({ verdict: "yes", because: "everybody" });
  const project = ["create", "projectrequests.project.openshift.io"];
  expect(await of(project)).toMatchObject({ verdict: "unknown", because: "default" });
  expect(await json((file) => whoCan(project, { file, json: true }))).toMatchObject({
    clusters: [{ people: [{ person: ada, verdict: "unknown" }, { person: bob }], withoutGroups: [] }],
  });
});

test("nobody is welcomed to a cluster on which no grant applies", async () => {
  const aks =
    "  shop:\n    aks: { kubeconfig: config, context: shop }\n    grants: [{ group: developers, clusterRole: view }]\n";
  const page = (person: string, more = "") => {
    const command = (file: string) => onboard({ file, json: false, person, format: "markdown", kubeconfig: false });
    return printed({ "access.yaml": text() + more }, command);
  };
  expect(await page(ada)).toEqual({
    code: 1,
    stdout: "",
    stderr: `No grant of ${ada} applies, so there is no page to send. factory: ${why}\n`,
  });
  expect((await page(bob)).stdout).toContain("| `factory` |");
  const onAks = (await page(ada, aks)).stdout;
  expect(onAks).toContain("| `shop` |");
  expect(onAks).not.toContain("factory");
});

test("the page marks the cluster, and has the reason", async () => {
  const { stdout } = await run((file) => report({ file, format: "html", by: "person" }));
  const [, data = ""] = /id="data">(.*)<\/script>/.exec(stdout) ?? [];
  const { holders, reasons, clusters } = JSON.parse(data) as PageData;
  const told = (name: string) => holders.find(([one]) => one === name)?.[4];
  expect(told(ada)).toEqual([[clusters.indexOf("factory"), reasons.indexOf(why)]]);
  expect([told(bob), reasons]).toEqual([undefined, [why]]);
  expect(stdout).toContain("no groups there (write)");
});

test("the group that is one too many takes everything on an OAuth cluster, and the report says why", async () => {
  const change = async (now: number, before: number) => {
    const { stdout } = await printed({ "access.yaml": text("oauth", now), "old.yaml": text("oauth", before) }, (file) =>
      reportAgainst({ file, against: file.replace("access.yaml", "old.yaml") }),
    );
    return stdout.trimEnd().split("\n");
  };
  expect(await change(201, 200)).toEqual([
    "Compared with old.yaml, nobody gains access, and 1 person loses access.",
    `- ${ada} can now sign in to factory without groups only: ${why}`,
    `- ${ada} may no longer do what ClusterRole edit allows in team-a on factory (through developers): ${edit}; ${beside}`,
    expect.stringMatching(/^note: Whoever is signed in to factory keeps it until the next sign-in/) as string,
  ]);
  expect(await change(200, 201)).toEqual([
    "Compared with old.yaml, 1 person gains access, and nobody loses access.",
    `+ ${ada} may now sign in to factory with groups; it was without before: ${why}`,
    `+ ${ada} may now do what ClusterRole edit allows in team-a on factory (through developers): ${edit}; ${beside}`,
  ]);
});

test("a cluster that reads further claims refuses in its own words, beside one that does not, in each command", async () => {
  const cluster = (context: string, more: string) =>
    `  ${context}: { kubernetes: { kubeconfig: config, context: ${context}${more} }, grants: [{ group: developers, clusterRole: view }] }\n`;
  const both = text("external") + cluster("plain", "") + cluster("roles", ", groupsClaims: [roles]");
  const refused = async (asked: string) => {
    const { reason } = await json((file) => canI(["get", "pods"], { file, json: true, as: ada, cluster: asked }), {
      "access.yaml": both,
    });
    return reason;
  };
  const { holders } = await json((file) => report({ file, format: "json", by: "person" }), { "access.yaml": both });
  const { clusters } = await json((file) => whoCan(["get", "pods"], { file, json: true }), { "access.yaml": both });
  const [plain, roles] = [await refused("plain"), await refused("roles")];
  expect(roles).toContain("the token lists no groups");
  expect(plain).toContain("could not expand distributed claims");
  expect(holders).toMatchObject([{ name: ada, refused: { plain, roles } }, {}]);
  expect(clusters).toMatchObject([
    {},
    { cluster: "plain", shutOut: [{ reason: plain }] },
    { cluster: "roles", shutOut: [{ reason: roles }] },
  ]);
});
