import { reportAgainst } from "../../../commands/report/against";
import { withTenant } from "../../access-text";
import { printed } from "../printed";

const text = (keys: string) =>
  withTenant(`
groups: { developers: { members: [ada@contoso.com] } }
clusters:
  factory:
    openshift: { kubeconfig: config, context: factory, domain: apps.factory.contoso.com, ${keys} }
    grants: [{ group: developers, clusterRole: edit, namespaces: [team-a] }]
`);
const change = async (before: string, after: string) => {
  const { code, stdout } = await printed({ "access.yaml": after, "old.yaml": before }, (file) =>
    reportAgainst({ file, against: file.replace("access.yaml", "old.yaml"), failOn: ["widening"] }),
  );
  return { code, lines: stdout.trimEnd().split("\n").slice(1) };
};

const everybody = "whoever signs in by the OAuth server of factory";
const may = `+ ${everybody} may now create projects and be admin in them, unless the cluster took that away`;

test.each(["oauth", "rosa-classic, clusterId: 2a3b4c5d6e7f8g9h0i1j2k3l4m5n6o7p"])(
  "where an OAuth server comes to sign people in (%s), everybody may create projects, which is a widening",
  async (signIn) => {
    const oauth = text(`signIn: ${signIn}`);
    expect(await change(text("signIn: external"), oauth)).toMatchObject({ code: 1, lines: [may] });
    expect((await change(oauth, text("signIn: external"))).lines).toEqual([
      `- ${everybody} may no longer create projects there`,
    ]);
    expect((await change(withTenant("\ngroups: {}\nclusters: {}\n"), oauth)).lines).toContain(may);
    expect(await change(oauth, oauth)).toEqual({ code: 0, lines: [] });
  },
);

test("where the API server takes ID tokens, nobody may", async () => {
  const { lines } = await change(withTenant("\ngroups: {}\nclusters: {}\n"), text("signIn: external"));
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join("\n")).not.toContain("projects");
});
