import { withTenant } from "../../../access-text";
import { compared } from "./compared";

const eks = (name: string, region = "eu-central-1") => `eks: { name: ${name}, region: ${region} }`;
const stored = ", secret: { store: { secretsManager: web } }";

/** A client, and on which of two clusters it is. */
const file = (clusters: readonly [string, string], cluster: "one" | "two", secret = "") =>
  withTenant(`groups: { devs: { members: [ada@contoso.com] } }
clusters:
  one: { ${clusters[0]} }
  two: { ${clusters[1]} }
portal: { cluster: two, url: https://portal.contoso.com, namespace: krci, version: "3.15" }
clients:
  web: { cluster: ${cluster}, url: https://web.contoso.com, callback: https://web.contoso.com/back, namespace: web${secret} }
`);
const apart = [eks("a"), eks("b")] as const;
const told =
  "clients.web is on another cluster than before (b in eu-central-1), so nothing takes away its secret on the one before (a in eu-central-1): put the entry back as it was, run npx cdktf destroy client-web, then change it.";

test("a client on another cluster leaves its secret on the one before", () => {
  expect(compared(file(apart, "one"), file(apart, "two")).leftBehind).toEqual([told]);
  expect(compared(file(apart, "one"), file(apart, "one")).leftBehind).toEqual([]);
});

test("so does a portal whose cluster is another one now", () => {
  expect(compared(file(apart, "one"), file([eks("a"), eks("c")], "one")).leftBehind).toEqual([
    expect.stringMatching(/^clusters\.two is another cluster than before/) as string,
    expect.stringMatching(/^portal is on another cluster than before .*, run npx cdktf destroy portal, /) as string,
  ]);
});

test("a secret in AWS stays behind in another region, and is the same for another cluster of one region", () => {
  const regions = [eks("a"), eks("b", "eu-west-1")] as const;
  expect(compared(file(regions, "one", stored), file(regions, "two", stored)).leftBehind).toEqual([
    expect.stringMatching(/^clients\.web is on another cluster than before \(b in eu-west-1\)/) as string,
  ]);
  expect(compared(file(apart, "one", stored), file(apart, "two", stored)).leftBehind).toEqual([]);
});

test("so it does in another account", () => {
  const of = (account: string) =>
    eks("a").replace(" }", `, assumeRole: "arn:aws:iam::${account.repeat(12)}:role/deployer" }`);
  const accounts = [of("1"), of("2")] as const;
  expect(compared(file(accounts, "one", stored), file(accounts, "two", stored)).leftBehind).toEqual([
    expect.stringMatching(
      /^clients\.web is on another cluster than before \(a in eu-central-1, account 2{12}\)/,
    ) as string,
  ]);
});

test("a cluster by another kubeconfig is no other cluster", () => {
  const before = file(["kubernetes: { kubeconfig: c, context: a }", eks("b")], "one");
  const after = file(["kubernetes: { kubeconfig: other, context: a }", eks("b")], "one");
  expect(compared(before, after).leftBehind).toEqual([]);
});
