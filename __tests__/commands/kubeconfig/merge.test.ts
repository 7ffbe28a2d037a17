import { parse, stringify } from "yaml";
import { merge } from "../../../commands/kubeconfig/merge";
import { deployed } from "../deployed";
import { among, user } from "./sample-kubeconfig";

const own = `# my clusters, by hand
apiVersion: v1
kind: Config
clusters:
- cluster:
    server: "https://lab.example"   # behind the VPN
  name: lab
  # of the last cluster
contexts:
- context: {cluster: lab, user: me}
  name: lab
current-context: lab
preferences: {}
users:
    - name: me   # indented otherwise
      user:
        token: &secret abc
# end
`;

interface Read {
  readonly clusters: readonly { readonly name: string }[];
  readonly contexts: readonly { readonly name: string; readonly context: object }[];
  readonly users: readonly { readonly name: string }[];
  readonly "current-context": string;
}
const read = (text: string) => parse(text) as Read;

/** The lines of a text that are not in another one. */
const without = (text: string, other: string) => {
  const lines = other.split("\n");
  return text.split("\n").filter((line) => !lines.includes(line));
};

test("every line of the other file stays as it is, and each list has ours behind its own", () => {
  const { text, changed, current } = merge(own, among(["prod", "stage"]));
  expect({ changed, current }).toEqual({ changed: true, current: undefined });
  expect(without(own, text)).toEqual([]);
  const { clusters, contexts, users, ...rest } = read(text);
  expect([clusters, contexts, users].map((list) => list.map(({ name }) => name))).toEqual([
    ["lab", "prod-entra", "stage-entra"],
    ["lab", "prod-entra", "stage-entra"],
    ["me", user],
  ]);
  expect(rest["current-context"]).toBe("lab");
  expect(text).toContain("  # of the last cluster\n- name: prod-entra\n  cluster:\n");
  expect(text).toContain(`        token: &secret abc\n    - name: ${user}\n      user:\n`);
});

test("putting it in twice changes nothing", () => {
  const { text } = merge(own, among());
  expect(merge(text, among())).toEqual({ text, changed: false, current: undefined });
});

test("an empty file becomes a kubeconfig with a current context", () => {
  const { text, current } = merge("", among());
  expect(parse(text)).toEqual(among());
  expect(current).toBe("prod-entra");
  expect(merge("# mine\n", among()).text).toBe(`# mine\n${text}`);
});

test.each([
  [
    "lists that kubectl left empty",
    'apiVersion: v1\nclusters: null\ncontexts: []\ncurrent-context: ""\nkind: Config\nusers: # none\n',
  ],
  ["no lists", "apiVersion: v1\nkind: Config"],
  ["an end of its document", "---\napiVersion: v1\nkind: Config\nclusters:\n...\n"],
])("a kubeconfig with %s gets them, and a current context", (_, text) => {
  expect(parse(merge(text, among()).text)).toEqual(among());
});

test("JSON stays JSON, and lines that end as on Windows end so", () => {
  const json = JSON.stringify({ ...among(["lab"]), "current-context": "lab-entra" }, null, 2);
  expect(JSON.parse(merge(json, among(["prod"])).text)).toMatchObject({
    clusters: [{ name: "lab-entra" }, { name: "prod-entra" }],
    "current-context": "lab-entra",
  });
  const { text } = merge(own.replaceAll("\n", "\r\n"), among());
  expect(text.replaceAll("\r\n", "")).not.toContain("\n");
  expect(text.replaceAll("\r\n", "\n")).toBe(merge(own, among()).text);
});

test("our own entries are renewed where they stand, and what somebody set in a context stays", () => {
  const { text } = merge(own, among(["prod", "stage"]));
  const used = text.replace("    cluster: prod-entra\n", "    cluster: prod-entra\n    namespace: team-a # mine\n");
  const moved = among(["prod"], { deviceCode: true }, { endpoint: "https://new.example" });
  const { text: renewed, changed } = merge(used, moved);
  expect(changed).toBe(true);
  expect(without(used, renewed).map((line) => line.trim())).toEqual(["server: https://prod.example"]);
  expect(renewed).toContain("--grant-type=device-code");
  expect(read(renewed).contexts[1]).toEqual({
    name: "prod-entra",
    context: { cluster: "prod-entra", namespace: "team-a", user },
  });
});

test("what kubectl writes of our entries is no change", () => {
  const config = among();
  const [entry] = config.users;
  const asKubectl = stringify({ ...config, users: [{ ...entry, user: { exec: { ...entry!.user.exec, env: null } } }] });
  expect(merge(asKubectl, config).changed).toBe(false);
});

const entry = (list: string, value: object) => own.replace(`${list}:\n`, `${list}:\n- ${JSON.stringify(value)}\n`);
test.each([
  ["cluster", entry("clusters", { name: "prod-entra", cluster: { server: "https://other.example" } }), "prod-entra"],
  ["context", entry("contexts", { name: "prod-entra", context: { cluster: "lab", user: "me" } }), "prod-entra"],
  ["user", own.replace("users:\n", `users:\n    - ${JSON.stringify({ name: user, user: { token: "t" } })}\n`), user],
])("a %s of our name that others made is left alone", (kind, text, name) => {
  expect(() => merge(text, among())).toThrow(
    `has a ${kind} "${name}" that this program did not make; rename it, or delete it with kubectl config delete-${kind} ${name}`,
  );
});

test.each([
  [
    "tabs",
    "apiVersion: v1\nkind: Config\nclusters:\n\t- name: a\n",
    "cannot be read as YAML: line 4: Tabs are not allowed as indentation",
  ],
  ["two documents", `${own}---\n${own}`, "has more than one YAML document, and a kubeconfig is one"],
  ["another kind", "apiVersion: v1\nkind: Pod\n", "is not a kubeconfig: its kind is not Config"],
  ["no kind", "tenant: x\n", "is not a kubeconfig: its apiVersion is not v1"],
  ["a list", "- a\n", "is not a kubeconfig: it is not a map"],
  ["a text", "hello\n", "is not a kubeconfig: it is not a map"],
  [
    "users that are a map",
    "apiVersion: v1\nkind: Config\nusers: { a: b }\n",
    "is not a kubeconfig: its users are not a list",
  ],
  [
    "an entry without a name",
    "apiVersion: v1\nkind: Config\ncontexts: [{}]\n",
    "is not a kubeconfig: an entry of its contexts has no name",
  ],
  ["an alias of nothing", "apiVersion: v1\nkind: Config\nx: *y\n", "cannot be read as YAML: "],
  [
    "two of our entries",
    entry("contexts", { name: "prod-entra" }).replace("contexts:\n", 'contexts:\n- {"name": "prod-entra"}\n'),
    'has two contexts named "prod-entra"',
  ],
])("%s in a file is no kubeconfig", (_, text, sentence) => {
  expect(() => merge(text, among())).toThrow(sentence);
});

test("the authority of each cluster comes with it", () => {
  expect(merge(own, among()).text).toContain(`certificate-authority-data: ${deployed.authority("prod")}\n`);
});
