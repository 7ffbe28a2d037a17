import { join } from "node:path";
import { decodeJwt } from "jose";
import type { Access } from "../../config/schema/access";
import { issuerUrl } from "../../model/login/login";
import { signInArguments, signInPlugin } from "../../model/login/sign-in-arguments";
import { TokenService } from "../../sandbox/login/tokens";
import { accessOf, withTenant } from "../access-text";
import { Kubectl, missingPrograms } from "./kubectl";
import { lacking } from "./lacking";
import { missingParts, realTest, startWorld, type World } from "./world";

/** What a tenant that trusts nobody would write; each resource of the stack `login` is in it. */
const fileWith = (login: string) =>
  accessOf(
    withTenant(`
login: { guests: true, assignment: required, ${login} }
groups:
  devs: { members: [ada@contoso.com] }
  break-glass: { members: [bob@contoso.com] }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants: [{ group: devs, clusterRole: view }]
`),
  );
const places = "allowedLocations: { ranges: [203.0.113.0/24], countries: [DE, FR] }";
const first = fileWith(`
  claims: { ctry: {}, given_name: { essential: true }, upn: { additionalProperties: [include_externally_authenticated_upn_without_hash] } },
  conditionalAccess: { state: enabled, breakGlass: break-glass, mfa: true, compliantDevice: true, signInFrequency: 12h, ${places} }`);
const second = fileWith(`
  claims: { acct: {}, upn: { additionalProperties: [include_externally_authenticated_upn_without_hash] } },
  conditionalAccess: { breakGlass: break-glass, signInFrequency: 7d, ${places} }`);

const stacks = ["people", "login"];

/** The claims of an ID token that kubectl would get, asking for what a kubeconfig asks for. */
async function signedIn({ sandbox }: World, person: string) {
  const { directory, entra } = sandbox;
  const tokens = new TokenService({ directory, localUrl: () => entra.url });
  const clientId = String(directory.all("applications").find(({ displayName }) => displayName === "eks")?.["appId"]);
  const scopes = ["openid", "profile", "offline_access", `${clientId}/.default`];
  return decodeJwt(await tokens.idToken(person, { clientId, issuer: issuerUrl(first), scopes }));
}

/** What the stack `login` must do with one version of azuread; a file for each of them, since it takes minutes. */
export function loginWith(version: string): void {
  describe(`with azuread ${version}`, () => {
    const missing = [...missingParts(), ...lacking({ azuread: version })];
    const real = realTest(missing);
    const pinned = (access: Access): Access => ({
      ...access,
      terraform: { ...access.terraform, providers: { ...access.terraform.providers, azuread: `= ${version}` } },
    });
    let world: World;
    beforeAll(async () => {
      if (missing.length > 0) return;
      const users = [
        { userPrincipalName: "gus_fabrikam.com#EXT#@contoso.com", displayName: "Gus", userType: "Guest" as const },
      ];
      world = await startWorld(pinned(first), { users });
    });
    afterAll(() => (missing.length === 0 ? world.end() : undefined));

    const policies = () => world.sandbox.directory.all("conditionalAccessPolicies");
    const group = (name: string) =>
      world.sandbox.directory.all("groups").find(({ displayName }) => displayName === name)?.id;

    real("claims, assignment and Conditional Access apply, and the second plan is empty", async () => {
      const deployment = await world.deployment(pinned(first));
      await deployment.apply(stacks);
      expect(await deployment.plan(stacks)).toBe(false);
      expect(
        policies()
          .map(({ displayName, state }) => [displayName, state])
          .sort(),
      ).toEqual([
        ["eks: allowed locations", "enabled"],
        ["eks: sign-in", "enabled"],
      ]);
      for (const { conditions } of policies()) {
        expect(conditions).toMatchObject({
          applications: { includeApplications: [(await signedIn(world, "ada")).aud] },
          users: { includeUsers: ["All"], excludeGroups: [group("break-glass")] },
        });
      }
    });

    real("the token has the claims that were asked for, and only who is assigned gets one", async () => {
      expect(await signedIn(world, "ada")).toMatchObject({ given_name: "ada", upn: "ada@contoso.com" });
      for (const person of ["bob@contoso.com", "outsider@contoso.com", "gus_fabrikam.com#EXT#@contoso.com"]) {
        await expect(signedIn(world, person)).rejects.toMatchObject({ number: 50105 });
      }
    });

    realTest([...missing, ...missingPrograms("kubectl", "kubectl-oidc_login", "curl")])(
      "kubelogin gets that token by what the kubeconfig asks for, and refreshes it without a browser",
      async () => {
        const { sandbox } = world;
        const kubectl = new Kubectl(sandbox, join(sandbox.props.folder, "home"));
        const clientId = String((await signedIn(world, "ada")).aud);
        const args = signInArguments({ issuerUrl: issuerUrl(first), clientId, settings: first.login });
        expect(args).toContain(`--oidc-extra-scope=${clientId}/.default`);
        const upn = async (...more: readonly string[]) => {
          const { status } = JSON.parse(await kubectl.runOther(signInPlugin, ...args, ...more)) as {
            status: { token: string };
          };
          return decodeJwt(status.token)["upn"];
        };
        sandbox.entra.signInAs("ada@contoso.com");
        expect(await upn()).toBe("ada@contoso.com");
        sandbox.entra.signInAs(undefined);
        expect(await upn("--force-refresh")).toBe("ada@contoso.com");
      },
    );

    real("another claim and milder policies change in place, and the next plan is empty", async () => {
      const { directory } = world.sandbox;
      const ids = () =>
        [...directory.all("applications"), ...policies(), ...directory.all("namedLocations")].map(({ id }) => id);
      const before = ids();
      const deployment = await world.deployment(pinned(second));
      await deployment.apply(stacks);
      expect(await deployment.plan(stacks)).toBe(false);
      expect(ids()).toEqual(before);
      expect(policies().map(({ state }) => state)).toEqual(Array(2).fill("enabledForReportingButNotEnforced"));
      expect(await signedIn(world, "ada")).toMatchObject({ acct: 0 });
      expect(await signedIn(world, "ada")).not.toHaveProperty("given_name");
    });

    real("destroying leaves nothing", async () => {
      await (await world.deployment(pinned(second))).destroy(stacks);
      const { directory } = world.sandbox;
      const left = (["conditionalAccessPolicies", "namedLocations", "groups", "appRoleAssignments"] as const).flatMap(
        (collection) => directory.all(collection),
      );
      expect(left).toEqual([]);
      expect(directory.all("applications").map(({ displayName }) => displayName)).toEqual(["terraform"]);
    });
  });
}
