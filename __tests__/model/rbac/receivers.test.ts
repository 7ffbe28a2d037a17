import { presentGrants, receivers } from "../../../model/rbac/receivers";

const to = (group: string) => ({ grant: { group } });
const through = (groups: Parameters<typeof receivers>[0], ...granted: string[]) =>
  Object.fromEntries([...receivers(groups, granted.map(to))].map(([key, receipt]) => [key, receipt.through]));

test("a group gets what a group gets that it is in, at any depth; cycles end, others get nothing", () => {
  const groups = {
    admins: { groups: ["ops"] },
    ops: { groups: ["night", "admins"] },
    night: { groups: [] },
    devs: { groups: ["admins"] },
  };
  expect(through(groups, "admins")).toEqual({ admins: undefined, ops: "admins", night: "ops" });
});

test("two keys with one object ID are one group, whatever the case", () => {
  const groups = {
    one: { existing: "11111111-AAAA-4333-8444-555555555555", groups: [] },
    two: { existing: "11111111-aaaa-4333-8444-555555555555", groups: ["inner"] },
    three: { existing: "11111111-aaaa-4333-8444-555555555555", groups: [] },
    other: { existing: true, groups: [] },
    another: { existing: true, groups: [] },
    inner: { groups: [] },
  };
  expect(Object.keys(through(groups, "one")).sort()).toEqual(["inner", "one", "three", "two"]);
  expect(Object.keys(through(groups, "three")).sort()).toEqual(["inner", "one", "three", "two"]);
  expect(Object.keys(through(groups, "other"))).toEqual(["other"]);
});

test("a group that is not there, or that only JavaScript knows, is no reason to fail", () => {
  expect(through({ admins: { groups: ["toString", "gone", 5] } }, "admins", "constructor", "gone")).toEqual({
    admins: undefined,
  });
});

test("no depth of nesting is too deep", () => {
  const chain = Array.from({ length: 20_000 }, (_, index): [string, { groups: string[] }] => [
    `g${index}`,
    { groups: [`g${index + 1}`] },
  ]);
  expect(receivers(Object.fromEntries(chain), [to("g0")]).size).toBe(20_000);
});

test("a cluster from which everything is being taken away grants nothing", () => {
  const grants = [{ group: "devs" }];
  const placed = presentGrants({ prod: { grants, state: "absent" }, stage: { grants, state: "present" } });
  expect(placed).toEqual([{ cluster: "stage", path: ["clusters", "stage", "grants", 0], grant: { group: "devs" } }]);
});
