import { tools } from "../../../commands/doctor/tools";
import { accessOf, withTenant } from "../../access-text";
import { inShort, machine, programs } from "./machine";

const entry = (key: string, signIn: string) =>
  `${key}: { openshift: { kubeconfig: c, context: ${key}, domain: apps.${key}.contoso.com, signIn: ${signIn} } }`;
const oauth = entry("a", "oauth");
const classic = entry("b", "rosa-classic, clusterId: 2a3b4c5d6e7f8g9h");
const absent = entry("gone", "oauth").replace(/ }$/, ", state: absent }");
const eks = "prod: { eks: { name: prod-eks, region: eu-central-1 } }";

/** What is found of the programs that sign in, on a machine with these. */
async function found(clusters: readonly string[], printed: Record<string, string> = {}) {
  const file = accessOf(withTenant(`clusters: { ${clusters.join(", ")} }`));
  const all = await tools(file, machine({ env: { PATH: programs(printed) } }));
  return all.filter(({ id }) => !/^(node|terraform|tofu|aws-cli|azure-cli)/.test(id));
}

test.each([
  ["an OAuth server alone", [oauth, classic], ["broken oc-missing"]],
  [
    "an OAuth server beside EKS",
    [eks, oauth],
    ["broken kubectl-missing", "broken kubelogin-missing", "broken oc-missing"],
  ],
  ["OpenShift without one", [entry("c", "external")], ["broken kubectl-missing", "broken kubelogin-missing"]],
  ["an OAuth server that is to be absent", [eks, absent], ["broken kubectl-missing", "broken kubelogin-missing"]],
])("with %s, what signs in there is missed, and nothing else", async (_, clusters, expected) => {
  expect(inShort(await found(clusters))).toEqual(expected);
});

test.each([
  ["4.14.0", "fine: oc is 4.14.0"],
  ["4.20.3", "fine: oc is 4.20.3"],
  ["4.13.57", "broken: oc is 4.13.57, and oc login --web needs 4.14 or newer"],
  ["3.11.0", "broken: oc is 3.11.0, and oc login --web needs 4.14 or newer"],
])("oc %s is judged by the first that has oc login --web", async (version, told) => {
  const [{ severity, sentence } = { severity: "", sentence: "" }] = await found([oauth], {
    oc: `{ "clientVersion": { "gitVersion": "v4.2.0-alpha.0" }, "releaseClientVersion": "${version}" }`,
  });
  expect(`${severity}: ${sentence}`).toBe(told);
});

test("an oc that is no release does, and what oc is missing for comes with where to get it", async () => {
  const built = await found([oauth], { oc: '{ "clientVersion": { "gitVersion": "v4.2.0-alpha.0" } }' });
  expect(built).toMatchObject([{ severity: "fine", sentence: "oc is there" }]);
  expect(await found([oauth])).toMatchObject([
    {
      sentence: "oc, which OpenShift's OAuth server needs, is not on the PATH",
      remedy: 'Get it from the web console of the cluster, behind the question mark, under "Command line tools"',
    },
  ]);
});
