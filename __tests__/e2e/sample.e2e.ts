import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { configCommands } from "../../commands/kubeconfig/config-commands";
import { connections } from "../../commands/kubeconfig/connections";
import { mergeInto } from "../../commands/kubeconfig/merged-file";
import type { Access } from "../../config/schema/access";
import { eksClusters } from "../../model/clusters/eks-clusters";
import { kubeconfig, kubeconfigAmongOthers } from "../../model/clusters/kubeconfig";
import type { SignInWay } from "../../model/login/sign-in-arguments";
import { writePeopleKubeconfig } from "../../sandbox/clusters/people-kubeconfig";
import { questionsOf } from "../../sandbox/rbac/question";
import { outsider, seedOf } from "../../sandbox/users/seed";
import { accessOf } from "../access-text";
import { graphByHand } from "./graph-by-hand";
import { Kubectl, missingPrograms } from "./kubectl";
import { missingParts, realTest, startWorld, type World } from "./world";

const sample = accessOf(readFileSync(join(__dirname, "..", "..", "access.yaml"), "utf8"));

/** The sample and three more developers, of whom the directory thinks differently. */
const access: Access = {
  ...sample,
  groups: {
    ...sample.groups,
    developers: {
      ...sample.groups["developers"]!,
      members: [
        ...sample.groups["developers"]!.members,
        "disabled@contoso.com",
        "everywhere@contoso.com",
        "left@contoso.com",
      ],
    },
  },
};
const seed = {
  users: [
    ...seedOf(sample).users,
    { userPrincipalName: "disabled@contoso.com", displayName: "Disabled", accountEnabled: false },
    { userPrincipalName: "everywhere@contoso.com", displayName: "Everywhere" },
    { userPrincipalName: "left@contoso.com", displayName: "Left" },
    { userPrincipalName: "nested@contoso.com", displayName: "Nested" },
  ],
  groups: [{ displayName: "Guild", members: ["nested@contoso.com"] }].concat(
    Array.from({ length: 200 }, (_, index) => ({
      displayName: `Team ${String(index)}`,
      members: ["everywhere@contoso.com"],
    })),
  ),
};

const missing = missingParts();
const real = realTest(missing);
const listPods = { verb: "list", resource: "pods", namespace: "team-a" };
const ordinary = (person: string) => !/^(disabled|everywhere|left)@/.test(person);

let world: World;
beforeAll(async () => {
  if (missing.length === 0) world = await startWorld(access, seed);
});
afterAll(() => (missing.length === 0 ? world.end() : undefined));

real("every stack applies, and the second plan is empty", async () => {
  const deployment = await world.deployment();
  await deployment.apply();
  expect(await deployment.plan()).toBe(false);
});

real("everybody may on each cluster exactly what the model says", async () => {
  const differing: unknown[] = [];
  for (const { person, cluster, action, expected } of questionsOf(access).questions.filter(({ person }) =>
    ordinary(person),
  )) {
    const answer = await world.sandbox.may(person, cluster, action);
    if (answer !== expected) differing.push({ person, cluster, action, expected, answer });
  }
  expect(differing).toEqual([]);
});

real("an outsider is authenticated, and may nothing", async () => {
  const token = await world.sandbox.token(outsider(access), "prod");
  expect(await world.sandbox.clusters.apiServers.get("prod")!.whoAmI(token)).toMatchObject({
    name: `entra:${outsider(access)}`,
    groups: ["system:authenticated"],
  });
});

real("whoever is disabled cannot sign in", async () => {
  expect(await world.sandbox.may("disabled@contoso.com", "prod", listPods)).toEqual({
    refused: expect.stringContaining("AADSTS50057") as string,
  });
});

real("whoever is in 201 groups is refused, not let in without groups", async () => {
  expect(await world.sandbox.may("everywhere@contoso.com", "prod", listPods)).toEqual({
    refused: expect.stringContaining("could not expand distributed claims") as string,
  });
});

realTest([...missing, ...missingPrograms("kubectl")])(
  "kubectl works as any of them with the sandbox's kubeconfig",
  async () => {
    const kubectl = new Kubectl(world.sandbox, join(world.sandbox.props.folder, "home"));
    const file = await writePeopleKubeconfig(world.sandbox);
    const may = (person: string) =>
      kubectl.run(
        "--kubeconfig",
        file,
        "--context",
        `${person}@stage`,
        "auth",
        "can-i",
        "create",
        "pods",
        "-n",
        "team-a",
      );
    expect(await may("carol@contoso.com")).toBe("yes");
    expect(await may("grace@contoso.com")).toBe("no");
  },
);

const signing = realTest([...missing, ...missingPrograms("kubectl", "kubectl-oidc_login", "curl")]);
const noPods = "No resources found in team-a namespace.";
const getPods = ["get", "pods", "-n", "team-a"];

/** What a kubeconfig is made of that is asked for now. */
const connected = (way: SignInWay = {}) =>
  connections({ access, directory: world.sandbox.props.folder }, ["prod", "stage"], way);

/** A kubectl of somebody who has not signed in yet. */
const kubectlOf = (home: string) => new Kubectl(world.sandbox, join(world.sandbox.props.folder, home));

signing("kubelogin signs in with the generated kubeconfig, and again without a browser", async () => {
  const { sandbox } = world;
  const kubectl = kubectlOf("home");
  const file = join(sandbox.props.folder, "entra.kubeconfig");
  writeFileSync(file, JSON.stringify(kubeconfig(await connected())));
  sandbox.entra.signInAs("carol@contoso.com");
  expect(await kubectl.run("--kubeconfig", file, ...getPods)).toBe(noPods);
  sandbox.entra.signInAs(undefined);
  expect(await kubectl.run("--kubeconfig", file, "auth", "whoami", "-o", "jsonpath={.status.userInfo.username}")).toBe(
    "entra:carol@contoso.com",
  );
});

signing(
  "the same login is good for a kubeconfig that ours was put into, and for the one that kubectl wrote",
  async () => {
    const { folder } = world.sandbox.props;
    const config = kubeconfigAmongOthers(await connected());
    const [merged, typed] = [join(folder, "merged.kubeconfig"), join(folder, "typed.kubeconfig")];
    writeFileSync(merged, "apiVersion: v1\nkind: Config\ncurrent-context: lab # mine\n");
    mergeInto(merged, config);
    const kubectl = kubectlOf("home");
    for (const command of configCommands(config)) await kubectl.shell(command, { KUBECONFIG: typed });
    for (const file of [merged, typed]) {
      for (const context of ["prod-entra", "stage-entra"]) {
        expect(await kubectl.run("--kubeconfig", file, "--context", context, ...getPods)).toBe(noPods);
      }
    }
    expect(await kubectl.run("--kubeconfig", merged, "config", "current-context")).toBe("lab");
  },
);

signing(
  "kubectl reads the kubeconfig of every way to sign in, and device code is refused until the file allows it",
  async () => {
    const { sandbox } = world;
    const file = join(sandbox.props.folder, "way.kubeconfig");
    // Not the keyring: there is none here, and a kubectl that asks the server for its version signs in even to print a file.
    const ways: readonly SignInWay[] = [{ headless: true }, { tokenCache: "disk" }];
    const kubectl = kubectlOf("home");
    for (const way of ways) {
      const config = kubeconfig(await connected(way));
      writeFileSync(file, stringify(config));
      expect(
        JSON.parse(await kubectl.run("--kubeconfig", file, "config", "view", "--raw", "-o", "json")),
      ).toMatchObject(config);
    }
    writeFileSync(file, stringify(kubeconfig(await connected({ headless: true, tokenCache: "disk" }))));
    expect(await kubectl.run("--kubeconfig", file, ...getPods)).toBe(noPods);
    writeFileSync(file, stringify(kubeconfig(await connected({ tokenCache: "none" }))));
    sandbox.entra.signInAs("carol@contoso.com");
    expect(await kubectl.run("--kubeconfig", file, ...getPods)).toBe(noPods);
    writeFileSync(file, stringify(kubeconfig(await connected({ deviceCode: true, headless: true }))));
    expect(await kubectlOf("refused").run("--kubeconfig", file, ...getPods)).toContain("AADSTS7000218");
    await (
      await world.deployment({ ...access, login: { ...access.login, deviceCode: true } })
    ).apply(["people", "login"]);
    expect(await kubectlOf("allowed").run("--kubeconfig", file, ...getPods)).toContain(noPods);
    sandbox.entra.signInAs(undefined);
    await (await world.deployment()).apply(["people", "login"]);
  },
);

/** What explain says of the token that somebody gets by the kubeconfig's own arguments. */
async function explained(person: string) {
  const { sandbox } = world;
  const file = join(sandbox.props.folder, "access.yaml");
  writeFileSync(file, readFileSync(join(__dirname, "..", "..", "access.yaml")));
  sandbox.entra.signInAs(person);
  const line = `"$NODE" "$PROGRAM" explain --file "$FILE" --cluster prod --login --json 2>"$FILE.said" || true`;
  const program = join(__dirname, "..", "..", "bin", "entra-eks.js");
  const env = { NODE: process.execPath, PROGRAM: program, FILE: file };
  const printed = await kubectlOf(`explain-${person}`).shell(line, env);
  if (printed === "") throw new Error(readFileSync(`${file}.said`, "utf8"));
  return JSON.parse(printed) as Record<string, unknown>;
}

signing("explain signs in by kubelogin, and sees the person as the API server does", async () => {
  const { accepted, username, groups } = await explained("carol@contoso.com");
  const token = await world.sandbox.token("carol@contoso.com", "prod");
  expect(accepted).toBe(true);
  expect(await world.sandbox.clusters.apiServers.get("prod")!.whoAmI(token)).toMatchObject({
    name: username,
    groups: [...(groups as string[]), "system:authenticated"],
  });
});

signing("explain says of a person in 201 groups what the API server writes to its log", async () => {
  expect(await explained("everywhere@contoso.com")).toMatchObject({
    accepted: false,
    reason: expect.stringContaining("oidc: could not expand distributed claims") as string,
    fix: expect.stringContaining("more than 200 groups") as string,
  });
});

real(
  "a nested group counts, and one that was added by hand shows in the next plan and goes with the next apply",
  async () => {
    const { sandbox } = world;
    const group = (name: string) => sandbox.directory.all("groups").find(({ displayName }) => displayName === name)!.id;
    const nested = { "@odata.id": `${sandbox.graph.url}/v1.0/directoryObjects/${group("Guild")}` };
    expect(await sandbox.may("nested@contoso.com", "prod", listPods)).toBe("no");
    expect(await graphByHand(sandbox, "POST", `/groups/${group("EKS developers")}/members/$ref`, nested)).toBe(204);
    expect(await sandbox.may("nested@contoso.com", "prod", listPods)).toBe("yes");
    const deployment = await world.deployment();
    expect(await deployment.plan(["people"])).toBe(true);
    await deployment.apply(["people"]);
    expect(await sandbox.may("nested@contoso.com", "prod", listPods)).toBe("no");
  },
);

real("whoever has left the company cannot sign in, is told as unknown, and breaks no plan", async () => {
  const { sandbox } = world;
  const left = sandbox.directory
    .all("users")
    .find(({ userPrincipalName }) => userPrincipalName === "left@contoso.com")!;
  expect(await graphByHand(sandbox, "DELETE", `/users/${left.id}`)).toBe(204);
  expect(await sandbox.may("left@contoso.com", "prod", listPods)).toEqual({
    refused: expect.stringContaining("AADSTS50034") as string,
  });
  const deployment = await world.deployment();
  await deployment.apply(["people"]);
  expect(await deployment.plan(["people"])).toBe(false);
  const state = JSON.parse(readFileSync(join(sandbox.props.folder, "state", "people.tfstate"), "utf8")) as {
    outputs: { unknown_members: { value: unknown } };
  };
  expect(state.outputs.unknown_members.value).toEqual(["left@contoso.com"]);
});

real("somebody taken out of a group has lost the right with the next token", async () => {
  const { members } = sample.groups["developers"]!;
  const without = {
    ...access,
    groups: { ...access.groups, developers: { ...access.groups["developers"]!, members: members.slice(1) } },
  };
  expect(await world.sandbox.may(members[0]!, "stage", listPods)).toBe("yes");
  await (await world.deployment(without)).apply(["people"]);
  expect(await world.sandbox.may(members[0]!, "stage", listPods)).toBe("no");
});

real("destroying leaves nothing in the directory and no association", async () => {
  await (await world.deployment()).destroy();
  const { directory, clusters } = world.sandbox;
  expect(directory.all("applications").map(({ displayName }) => displayName)).toEqual(["terraform"]);
  expect(directory.all("groups").filter(({ displayName }) => !/^(Team |Guild)/.test(String(displayName)))).toEqual([]);
  expect(eksClusters(access).map(([, { eks }]) => clusters.eks.association(eks.name))).toEqual([undefined, undefined]);
});
