import { withTenant } from "../../../access-text";
import { warningsIn } from "../../../printed-warnings";

const told = (login: string, aks = "", more = "") =>
  warningsIn(
    withTenant(`${login}groups: { devs: { members: [ada@contoso.com] } }
clusters:
  shop:
    aks: { kubeconfig: config, context: shop${aks} }
    grants: [{ group: devs, clusterRole: view }]
${more}`),
  ).filter((line) => /azure|AKS|aks/i.test(line));

test("a file that sets nothing on the login is not warned of AKS", () => {
  expect(told("")).toEqual([]);
});

test("what is set on the login and does not hold on AKS is told at the cluster", () => {
  const login = "login: { username: { claim: oid }, deviceCode: true, kubectl: public, groups: { emit: assigned } }\n";
  expect(told(login, "", "attributes: { team: {} }\n")).toEqual([
    expect.stringContaining(
      "clusters.shop.aks takes tokens of Azure's own application, so these do not hold there: the assignment that login requires, login.deviceCode, login.username, attributes",
    ) as string,
  ]);
});

test("Azure RBAC is told, because a report sees only the grants", () => {
  expect(told("", ", azureRbac: true")).toEqual([
    expect.stringContaining("clusters.shop.aks.azureRbac is true, so Azure roles count beside the grants") as string,
  ]);
});
