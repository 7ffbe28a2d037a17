import { inMarkdown } from "../../../commands/onboard/markdown";
import { pageFor } from "../../../commands/onboard/page";
import { accessOf as heldBy } from "../../../model/rbac/access-of";
import { accessOf, withTenant } from "../../access-text";

const grants = "grants: [{ group: devs, clusterRole: view }]";
const eks = `prod: { eks: { name: prod-eks, region: eu-central-1 }, ${grants} }`;
const aks = `shop: { aks: { kubeconfig: config, context: shop }, ${grants} }`;

function page(...clusters: readonly string[]): string {
  const policy =
    "login: { conditionalAccess: { mfa: true, state: enabled, breakGlass: 3fa85f64-5717-4562-b3fc-2c963f66afa6 } }";
  const access = accessOf(
    withTenant(`${policy}\ngroups: { devs: { members: [ada@contoso.com] } }\nclusters: { ${clusters.join(", ")} }`),
  );
  const person = "ada@contoso.com";
  return inMarkdown(pageFor({ access, person, held: heldBy(access, person), delivery: "on request" }));
}

test("whoever has EKS and AKS is told of both programs of one name", () => {
  const text = page(eks, aks);
  expect(text).toContain("You need three programs");
  expect(text).toContain("kubectl krew install oidc-login");
  expect(text).toContain("az aks install-cli");
  expect(text).not.toContain("which does not work here");
  expect(text).toContain("Entra asks for a second factor");
  expect(text).toContain("On `shop`, Azure decides what else it asks for");
});

test("whoever has AKS alone installs nothing of the login, and is promised nothing of it", () => {
  const text = page(aks);
  expect(text).toContain("You need two programs");
  expect(text).not.toMatch(/oidc-login|second factor|entra:/);
  expect(text).toContain("knows you by: `ada@contoso.com`");
});

test("whoever has EKS alone never hears of AKS", () => {
  const text = page(eks);
  expect(text).not.toMatch(/Azure|aks/i);
  expect(text).toContain("entra:ada@contoso.com");
});
