import { reportAgainst } from "../../../commands/report/against";
import { withTenant } from "../../access-text";
import { printed } from "../printed";

const text = (
  clients: string,
  { groups = "", login = "{}", cluster = "name: prod-eks", granted = "", allow = "[]" } = {},
) =>
  withTenant(`
login: ${login}
groups:
  developers: { members: [ada@contoso.com] }
  operators: { members: [bob@contoso.com], groups: [night] }
  night: { members: [carol@contoso.com] }
  kept: { existing: 3e0c1b5e-6d0b-4a41-9a43-0d6f4b9f2c22 }
${groups}
clusters:
  prod:
    eks: { ${cluster}, region: eu-central-1 }
    grants:
      - { group: developers, clusterRole: view }
      ${granted}
allow: ${allow}
${clients}`);
const web = (preset: string, groups: string, key: string = preset) =>
  `clients: { ${key}: { preset: ${preset}, cluster: prod, url: "https://tool.contoso.com", namespace: tool, groups: { ${groups} } } }`;
const lines = async (before: string, after: string) => {
  const { code, stdout } = await printed({ "access.yaml": after, "old.yaml": before }, (file) =>
    reportAgainst({ file, against: file.replace("access.yaml", "old.yaml"), failOn: ["widening"] }),
  );
  return [code, ...stdout.split("\n").filter((line) => /^[+-] /.test(line))];
};
const argocd = (groups: string, more = {}) => text(web("argocd", groups), more);
const strong = "act as admin in argocd, and so change anything on its cluster";

test("whoever becomes an administrator of Argo CD gains its cluster, which is a widening, also by a group in a group", async () => {
  const [one, both] = [argocd("admin: [developers]"), argocd("admin: [developers, operators]")];
  const people = "bob@contoso.com and carol@contoso.com";
  expect(await lines(one, both)).toEqual([1, `+ ${people} may now ${strong}`]);
  expect(await lines(both, one)).toEqual([0, `- ${people} may no longer ${strong}`]);
  expect(await lines(one, one)).toEqual([0]);
});

test("of a group that others keep, whoever else is in it", async () => {
  const allow = "[existing-cluster-admin]";
  expect(await lines(argocd("admin: [developers]"), argocd("admin: [developers, kept]", { allow }))).toEqual([
    1,
    `+ whoever else is in kept may now ${strong}`,
  ]);
});

test("a stronger role of Grafana is a gain, and the one before is lost", async () => {
  const [before, after] = [web("grafana", "editor: [operators]"), web("grafana", "admin: [operators]")];
  expect(await lines(text(before), text(after))).toEqual([
    1,
    "+ bob@contoso.com and carol@contoso.com may now act as admin in grafana",
    "- bob@contoso.com and carol@contoso.com may no longer act as editor in grafana",
  ]);
});

test("a client that gets another key gives nobody anything, and one on another cluster does", async () => {
  const argo = web("argocd", "admin: [operators]", "argo");
  expect(await lines(argocd("admin: [operators]"), text(argo))).toEqual([0]);
  const moved = text(argo, { cluster: "name: other-eks" });
  expect(await lines(text(argo), moved)).toContain(
    "+ bob@contoso.com and carol@contoso.com may now act as admin in argo, and so change anything on its cluster",
  );
});

test("whom Entra does not let in gains the role when it does", async () => {
  const granted = "- { group: operators, clusterRole: view }";
  const [required, optional] = [{ login: "{ assignment: required }", granted }, { granted }];
  const [one, both] = ["admin: [developers]", "admin: [developers, operators]"];
  expect(await lines(argocd(one, required), argocd(both, required))).toEqual([
    1,
    `+ bob@contoso.com may now ${strong}`,
  ]);
  expect(await lines(argocd(both, required), argocd(both, optional))).toContain(
    `+ carol@contoso.com may now ${strong}`,
  );
});

test("whoever owns the administrators' group can let in anybody", async () => {
  const owned = argocd("admin: [ruled]", { groups: "  ruled: { members: [], owners: [dora@contoso.com] }" });
  const before = argocd("admin: [ruled]", { groups: "  ruled: { members: [] }" });
  expect(await lines(before, owned)).toEqual([1, "+ dora@contoso.com may now add anybody to ruled, as an owner"]);
});

test("against nothing, everything that clients give is given", async () => {
  const told = await lines("", argocd("admin: [operators]"));
  expect(told).toContain(`+ bob@contoso.com and carol@contoso.com may now ${strong}`);
  expect(told.join("\n")).toContain("+ whoever serves https://tool.contoso.com may now");
});
