import { readdirSync } from "node:fs";
import { join } from "node:path";
import { decodeJwt } from "jose";
import { everything, hal } from "./everything";
import { lacking } from "./lacking";
import { byHand } from "./stack-by-hand";
import { missingParts, realTest, startWorld, type World } from "./world";

/** What everything must do with one version of azuread; a file for each of them, since it takes minutes. */
export function everythingWith(version: string): void {
  describe(`with azuread ${version}`, () => {
    const missing = [...missingParts(), ...lacking({ azuread: version })];
    const real = realTest(missing);
    const { terraform } = everything;
    const access = {
      ...everything,
      terraform: { ...terraform, providers: { ...terraform.providers, azuread: `= ${version}` } },
    };
    const pods = { verb: "list", resource: "pods", namespace: "team-a" };
    let world: World;
    beforeAll(async () => {
      if (missing.length > 0) return;
      world = await startWorld(access, { users: [hal] });
      const { store } = world.sandbox.directory;
      store.links.add(idOf("All auditors"), "members", idOf("hal@contoso.com"));
    });
    afterAll(() => (missing.length === 0 ? world.end() : undefined));

    function idOf(name: string): string {
      const { directory } = world.sandbox;
      const all = [...directory.all("users"), ...directory.all("groups")];
      const found = all.find((one) => [one["userPrincipalName"], one["displayName"], one["mail"]].includes(name));
      if (found === undefined) throw new Error(`${name} is not in the directory`);
      return found.id;
    }

    /** The stacks whose states hold a text. */
    async function statesWith(text: string): Promise<string[]> {
      const stacks = readdirSync(join(world.sandbox.props.folder, "cdktf.out", "stacks"));
      const states = await Promise.all(stacks.map((stack) => byHand(world, stack, ["state", "pull"])));
      return stacks.filter((_, index) => states[index]?.stdout.includes(text));
    }

    real("every stack applies, and the second plan is empty", async () => {
      const deployment = await world.deployment();
      await deployment.apply();
      expect(await deployment.plan()).toBe(false);
    });

    real("tokens carry who somebody is, and the API server takes them", async () => {
      const token = await world.sandbox.token("nora@contoso.com", "prod");
      expect(decodeJwt(token)).toMatchObject({ default_namespace: "team-b", groups: [idOf("devs")] });
      expect(decodeJwt(token)).not.toHaveProperty("level");
      expect(decodeJwt(await world.sandbox.token("ada@contoso.com", "prod"))).toMatchObject({ level: 5 });
      for (const person of ["nora@contoso.com", "gus@fabrikam.com", "ada@contoso.com", "carol@contoso.com"]) {
        expect(await world.sandbox.may(person, "prod", pods)).toBe("yes");
      }
    });

    real("the login application has no application permission", () => {
      const { directory } = world.sandbox;
      const [application] = directory.all("applications").filter(({ displayName }) => displayName === "eks");
      const asked = application?.["requiredResourceAccess"] as { resourceAccess: { type: string }[] }[];
      expect(asked.flatMap(({ resourceAccess }) => resourceAccess.map(({ type }) => type))).not.toContain("Role");
      const [principal] = directory.all("servicePrincipals").filter(({ appId }) => appId === application?.["appId"]);
      const held = directory.all("appRoleAssignments").filter(({ principalId }) => principalId === principal?.id);
      expect(held).toEqual([]);
      return Promise.resolve();
    });

    real("a first password is in no state but that of users", async () => {
      const { stdout } = await byHand(world, "users", ["state", "pull"]);
      const [password] = /Aa1-[0-9a-f-]{36}/.exec(stdout) ?? [""];
      expect(password).not.toBe("");
      expect(await statesWith(password)).toEqual(["users"]);
    });

    real("destroying leaves people and groups that are not the program's, and nothing else", async () => {
      await (await world.deployment(access)).destroy();
      const { directory } = world.sandbox;
      expect(directory.all("applications").map(({ displayName }) => displayName)).toEqual(["terraform"]);
      expect(directory.all("groups").map(({ displayName }) => displayName)).toEqual(["All auditors"]);
      expect(directory.membersOf(idOf("All auditors"))).toEqual([idOf("hal@contoso.com")]);
      for (const person of ["gus@fabrikam.com", "nora@contoso.com"]) expect(idOf(person)).not.toBe("");
      for (const made of [
        "conditionalAccessPolicies",
        "namedLocations",
        "claimsMappingPolicies",
        "appRoleAssignments",
      ] as const) {
        expect(directory.all(made)).toEqual([]);
      }
    });
  });
}
