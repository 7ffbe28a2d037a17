import fc from "fast-check";
import { refusedOf, team } from "./team";

/** Values of which some are within the bounds of `team.yaml` and some beyond: by the text, whether it is within. */
const pools = {
  key: { "shop-devs": true, "shop-ops": true, shop: false, "platform-devs": false, "search-ops": false },
  member: {
    "bob@contoso.com": true,
    "Carol@contoso.com": true,
    "eve@fabrikam.com": false,
    "bob@contoso.com.evil.com": false,
  },
  name: { "shop-devs": true, "shop-x": true, Shop: false, Platform: false },
  cluster: { stage: true, prod: false, none: false },
  namespace: { shop: true, "shop-1": true, shopping: false, "kube-system": false, default: false },
  role: { view: true, edit: true, admin: false, "cluster-admin": false, "log-reader": false },
} as const;

const of = (pool: Readonly<Record<string, boolean>>) => fc.constantFrom(...Object.keys(pool));
const isWithin = (pool: Readonly<Record<string, boolean>>, text: string) => pool[text] === true;

const group = fc.record(
  { displayName: of(pools.name), members: fc.uniqueArray(of(pools.member), { maxLength: 2 }) },
  { requiredKeys: [] },
);
const grant = fc.record(
  {
    group: fc.oneof(of(pools.key), fc.constantFrom("platform", "auditors")),
    clusterRole: of(pools.role),
    namespaces: fc.uniqueArray(of(pools.namespace), { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ["group", "clusterRole"] },
);
const file = fc.record({
  groups: fc.dictionary(of(pools.key), group, { maxKeys: 2 }),
  clusters: fc.dictionary(of(pools.cluster), fc.record({ grants: fc.array(grant, { maxLength: 2 }) }), { maxKeys: 2 }),
});

test("a team's file passes if and only if another judge finds each of its values within the bounds", () => {
  const outcomes = { passed: 0, refused: 0 };
  const agree = (contents: typeof file extends fc.Arbitrary<infer T> ? T : never) => {
    const { groups, clusters } = contents;
    const grants = Object.values(clusters).flatMap((cluster) => cluster.grants);
    const names = Object.entries(groups).map(([key, { displayName }]) => (displayName ?? key).toLowerCase());
    const bindings = Object.entries(clusters).flatMap(([cluster, { grants: all }]) =>
      all.flatMap((one) =>
        (one.namespaces ?? [""]).map((place) => [cluster, one.group, one.clusterRole, place].join()),
      ),
    );
    const within =
      Object.entries(groups).every(
        ([key, { displayName = "shop-x", members = [] }]) =>
          isWithin(pools.key, key) &&
          isWithin(pools.name, displayName) &&
          members.every((one) => isWithin(pools.member, one)),
      ) &&
      Object.keys(clusters).every((key) => isWithin(pools.cluster, key)) &&
      grants.every(
        ({ group: to, clusterRole, namespaces }) =>
          Object.hasOwn(groups, to) &&
          isWithin(pools.role, clusterRole) &&
          namespaces?.every((one) => isWithin(pools.namespace, one)) === true,
      );
    // Rules between entries, which hold in every file.
    const isSound = new Set(names).size === names.length && new Set(bindings).size === bindings.length;
    const refused = refusedOf({ "team.yaml": JSON.stringify(contents) });
    outcomes[refused.length === 0 ? "passed" : "refused"]++;
    expect([JSON.stringify(contents), refused.length === 0]).toEqual([JSON.stringify(contents), within && isSound]);
  };
  fc.assert(fc.property(file, agree), { seed: 20261127, numRuns: 400 });
  expect(Math.min(outcomes.passed, outcomes.refused)).toBeGreaterThan(20);
  expect(refusedOf({ "team.yaml": team })).toEqual([]);
});
