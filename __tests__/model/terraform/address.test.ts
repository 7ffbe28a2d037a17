import fc from "fast-check";
import { address, nameAt } from "../../../model/terraform/address";

test("an address keeps letters, digits and dashes readable", () => {
  expect(address("devs", "ClusterRole", "view", "team-a")).toBe("devs__ClusterRole__view__team-a");
  expect(address("dev_ops", "system:é")).toBe("dev_5f_ops__system_3a__e9_");
});

const names = fc.array(
  fc.string({ minLength: 1, unit: fc.constantFrom("a", "2", "e", "_", "-", ".", ":", "é", "𝒳") }),
  {
    minLength: 1,
    maxLength: 4,
  },
);

test("different names never become one address, and an address loses nothing in CDKTF", () => {
  fc.assert(
    fc.property(names, names, (a, b) => {
      fc.pre(JSON.stringify(a) !== JSON.stringify(b));
      expect(address(...a)).not.toBe(address(...b));
      expect(address(...a)).toMatch(/^[A-Za-z_][A-Za-z0-9_-]*$/);
    }),
    { numRuns: 5000 },
  );
});

test("the name that an address stands for can be told", () => {
  fc.assert(
    fc.property(names, ([name = ""]) => {
      expect(nameAt(address(name))).toBe(name);
    }),
    { numRuns: 1000 },
  );
});
