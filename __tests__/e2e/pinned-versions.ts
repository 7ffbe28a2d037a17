import { join } from "node:path";
import type { Access } from "../../config/schema/access";
import { accessOf, logReader, withGrants } from "../access-text";
import { lockedVersions } from "../../sandbox/terraform/lock-file";
import { lacking } from "./lacking";
import { expectNothingLeft } from "./nothing-left";
import { missingParts, realTest, startWorld, type World } from "./world";

const file = withGrants(
  "[{ group: devs, clusterRole: view, namespaces: [team-a] }, { group: devs, role: logs, namespaces: [team-a] }, { group: devs, clusterRole: logs }]",
  "{ devs: { members: [ada@contoso.com] } }",
  `{ logs: ${logReader} }`,
);

/** The oldest versions that the ranges take, and the newest that were tried. */
export const oldest = { azuread: "3.7.0", kubernetes: "2.38.0" };
export const newest = { azuread: "3.9.0", kubernetes: "3.2.1" };
type Versions = typeof oldest;

/** A small file with these versions of the providers. */
export function pinned({ azuread, kubernetes }: Versions): Access {
  return accessOf(`${file}terraform: { providers: { azuread: "= ${azuread}", kubernetes: "= ${kubernetes}" } }\n`);
}

/** The version of a provider that a stack was initialized with. */
export function locked(world: World, stack: string, provider: string): string | undefined {
  const folder = join(world.sandbox.props.folder, "cdktf.out", "stacks", stack);
  const [, version] = [...lockedVersions(folder)].find(([address]) => address.endsWith(`/${provider}`)) ?? [];
  return version;
}

/** What every program must do with these versions; a file for each, since it takes minutes. */
export function appliesWith(name: string, versions: Versions): void {
  let world: World;
  afterEach(() => (missingParts().length === 0 ? world.end() : undefined));

  describe(`the ${name} versions of azuread and kubernetes`, () => {
    realTest([...missingParts(), ...lacking(versions)])("apply, plan empty and destroy clean", async () => {
      world = await startWorld(pinned(versions));
      const deployment = await world.deployment();
      expect(locked(world, "people", "azuread")).toBe(versions.azuread);
      expect(locked(world, "rbac-prod", "kubernetes")).toBe(versions.kubernetes);
      await deployment.apply();
      expect(await deployment.plan()).toBe(false);
      await expectNothingLeft(world);
    });
  });
}
