import { eksClusters } from "../../../model/clusters/eks-clusters";
import { distinctClusters } from "../../../sandbox/clusters/distinct-clusters";
import { accessOf, withGrants } from "../../access-text";

const file = (name: string) =>
  accessOf(
    withGrants(
      `[]\n  live:\n    eks: { name: ${name}, region: eu-west-1 }\n  test:\n    eks: { name: ${name}, region: eu-west-2 }`,
    ),
  );
const names = (name: string) => eksClusters(distinctClusters(file(name))).map(([, { eks }]) => eks.name);

test("clusters of one name in several regions or accounts are several clusters in the sandbox too", () => {
  expect(names("prod-eks")).toEqual(["prod-eks", "prod-eks-live", "prod-eks-test"]);
});

test("a name that is one cluster's alone stays", () => {
  expect(names("main")).toEqual(["prod-eks", "main", "main-test"]);
});

test("a long name with a key is still one that EKS takes", () => {
  expect(names("a".repeat(100)).at(-1)).toBe(`${"a".repeat(36)}-test`);
});
