import fc from "fast-check";
import { bindingName, bindingsOf, type Binding } from "../../../model/rbac/binding";
import { accessOf, logReader, withGrants } from "../../access-text";

test("a grant is one binding, or one for each of its namespaces", () => {
  const access = accessOf(
    withGrants(
      "[{ group: devs, clusterRole: view }, { group: devs, role: logs, namespaces: [b, a] }]",
      undefined,
      `{ logs: ${logReader} }`,
    ),
  );
  expect(access.clusters["prod"] && bindingsOf(access.clusters["prod"])).toEqual([
    { group: "devs", role: { kind: "ClusterRole", name: "view" } },
    { group: "devs", role: { kind: "Role", name: "logs" }, namespace: "b" },
    { group: "devs", role: { kind: "Role", name: "logs" }, namespace: "a" },
  ]);
});

test("a binding's name tells group, kind and role", () => {
  const group = "devs";
  expect(bindingName({ group, role: { kind: "ClusterRole", name: "view" } })).toBe("entra:devs:clusterrole:view");
  expect(bindingName({ group, role: { kind: "Role", name: "logs" } })).toBe("entra:devs:role:logs");
});

const binding: fc.Arbitrary<Binding> = fc.record({
  group: fc.constantFrom("a", "a-b", "b", "a-role", "role"),
  role: fc.record({
    kind: fc.constantFrom("ClusterRole" as const, "Role" as const),
    name: fc.constantFrom("b", "a:b", "role:b", "clusterrole:b", ":b"),
  }),
});

test("two bindings of one place never have the same name", () => {
  fc.assert(
    fc.property(binding, binding, (a, b) => {
      fc.pre(JSON.stringify(a) !== JSON.stringify(b));
      return bindingName(a) !== bindingName(b);
    }),
    { numRuns: 2000 },
  );
});
