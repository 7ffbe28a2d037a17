import { explain } from "../../../commands/explain";
import { reportAgainst } from "../../../commands/report/against";
import { withTenant } from "../../access-text";
import { printed } from "../printed";

interface Parts {
  readonly members?: string;
  readonly grants?: string;
  readonly signIn?: string;
  readonly users?: string;
}

const text = ({
  members = "[ada@contoso.com, bob@contoso.com]",
  grants = "[{ group: developers, clusterRole: view, namespaces: [a, b] }]",
  signIn = "oauth",
  users = "{}",
}: Parts = {}) =>
  withTenant(`
groups: { developers: { members: ${members} } }
users: ${users}
clusters:
  factory:
    openshift: { kubeconfig: config, context: factory, domain: apps.factory.contoso.com, signIn: ${signIn} }
    grants: ${grants}
`);
const notes = async (after: Parts, before: Parts = {}) => {
  const files = { "access.yaml": text({ ...before, ...after }), "old.yaml": text(before) };
  const { stdout } = await printed(files, (file) =>
    reportAgainst({ file, against: file.replace("access.yaml", "old.yaml"), format: "json" }),
  );
  return (JSON.parse(stdout) as { notes: string[] }).notes;
};
const late =
  "Whoever is signed in to factory keeps it until the next sign-in, or until the token ends: 24 hours by default. At once: oc delete oauthaccesstokens --field-selector userName=<user name>";

test("whoever leaves a group, or the company, keeps the rights until the token of the OAuth server ends", async () => {
  expect(await notes({ members: "[ada@contoso.com]" })).toEqual([late]);
  const left = "{ eve@contoso.com: { left: true } }";
  expect(await notes({ users: left }, { users: "{ eve@contoso.com: {} }" })).toEqual([late]);
});

test("a grant that goes acts at once, and so does the token of another kind of cluster, as far as this note goes", async () => {
  expect(await notes({ grants: "[]" })).toEqual([]);
  expect(await notes({ grants: "[{ group: developers, clusterRole: view, namespaces: [a] }]" })).toEqual([]);
  expect(await notes({ members: "[ada@contoso.com]" }, { signIn: "external" })).toEqual([]);
});

test("a cluster that is deleted from the file keeps them signed in as one that is absent does, and so does another one of its key", async () => {
  const compared = async (after: string) => {
    const { stdout } = await printed({ "access.yaml": after, "old.yaml": text() }, (file) =>
      reportAgainst({ file, against: file.replace("access.yaml", "old.yaml"), format: "json" }),
    );
    return (JSON.parse(stdout) as { notes: string[] }).notes;
  };
  const kept = (name: string) => [late.replace("factory", name)];
  expect(await compared(text().replace("  factory:\n", "  factory:\n    state: absent\n"))).toEqual(kept("factory"));
  expect(await compared(text().slice(0, text().indexOf("clusters:")))).toEqual(kept("factory"));
  expect(await compared(text().replace("context: factory", "context: other"))).toEqual(
    kept("factory (context factory)"),
  );
  expect(await compared(text().replace("  factory:\n", "  mill:\n"))).toEqual([]);
});

test("where no OAuth server was, or none is left, nobody has a token of one", async () => {
  expect(await notes({ members: "[ada@contoso.com]", signIn: "oauth" }, { signIn: "external" })).toEqual([]);
  expect(await notes({ members: "[ada@contoso.com]", signIn: "external" }, { signIn: "oauth" })).toEqual([]);
});

test("explain says it of whoever gets no token any more, on such a cluster alone", async () => {
  const explained = async (signIn: string) => {
    const files = { "access.yaml": text({ signIn, users: "{ eve@contoso.com: { left: true } }" }) };
    const command = (file: string) => explain({ file, json: false, cluster: "factory", person: "eve@contoso.com" });
    return (await printed(files, (file) => Promise.resolve(command(file)))).stdout;
  };
  const still =
    "If the person signed in before, less than 24 hours ago by default: The token of the OAuth server works";
  expect(await explained("oauth")).toContain(still);
  expect(await explained("external")).not.toContain("signed in before");
});
