import fc from "fast-check";
import { stringify } from "yaml";
import { tenant } from "./access-text";

const people = ["ada", "bob", "carol", "o'hara"].map((name) => `${name}@contoso.com`);
const guest = "gus@fabrikam.com";
const groupKeys = ["devs", "Ops_1", "cluster-admins"];
const letters = ["a", "é", " ", "$", "{", "%", "}", '"', "\\", "."];
const text = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...letters, "'") });
/** What azuread looks up. */
const name = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...letters) });

const login = fc.record(
  {
    name,
    issuer: fc.constantFrom("v1", "v2"),
    kubectl: fc.constantFrom("public", "confidential"),
    username: fc.record({ claim: fc.constantFrom("upn", "email", "oid", "sub") }, { requiredKeys: [] }),
    groups: fc.record(
      { emit: fc.constantFrom("security", "assigned", "all"), prefix: fc.constantFrom("", "entra:", "${x}", "%{if}") },
      { requiredKeys: [] },
    ),
    claims: fc.dictionary(fc.constantFrom("acct", "ctry", "upn", "email"), fc.record({ essential: fc.boolean() }), {
      noNullPrototype: true,
    }),
    assignment: fc.constantFrom("required", "optional"),
    consent: fc.constantFrom("grant", "manual"),
    guests: fc.boolean(),
    protect: fc.boolean(),
    owners: fc.subarray([...people, tenant], { minLength: 1 }),
  },
  { requiredKeys: [] },
);

const members = fc.subarray([...people, guest, "nora@contoso.com"]);
const managed = fc.record(
  { description: text, members, owners: fc.constantFrom(["ada@contoso.com", tenant]), protected: fc.boolean() },
  { requiredKeys: [] },
);
const kept = (key: string) =>
  fc.record(
    { existing: fc.constantFrom(true, `${tenant.slice(0, -1)}${groupKeys.indexOf(key)}`), displayName: name, members },
    { requiredKeys: ["existing"] },
  );
const ruled = fc.record({ rule: text }, { requiredKeys: ["rule"] });
const users = fc.record(
  { "nora@contoso.com": fc.record({ create: fc.record({ displayName: text }) }) },
  { requiredKeys: [] },
);
const guests = fc.subarray([guest, { mail: "pia@fabrikam.com", send: true }]);

const groups = fc
  .subarray(groupKeys, { minLength: 1 })
  .chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, fc.oneof(managed, kept(key), ruled)]))));

const role = fc.oneof(
  fc.record(
    {
      clusterRole: fc.constantFrom("view", "system:monitoring", "log.reader"),
      namespaces: fc.constantFrom(["a"], ["a", "b"]),
    },
    { requiredKeys: ["clusterRole"] },
  ),
  fc.record({ role: fc.constantFrom("logs", "log.reader"), namespaces: fc.constant(["team-a"]) }),
);

const logs = {
  rules: [{ apiGroups: [""], resources: ["pods/log"], verbs: ["get"], resourceNames: ["${a}", "%{b"] }],
};
const roles = fc.record({
  "log.reader": fc.constantFrom(logs, { existing: true }),
  logs: fc.constant(logs),
});
const eks = (index: number) =>
  fc.record(
    {
      name: fc.constant(`eks-${String(index)}`),
      region: fc.constant("eu-central-1"),
      profile: fc.constantFrom("platform", "default"),
      assumeRole: fc.constantFrom("arn:aws:iam::111122223333:role/deployer", "arn:aws:iam::111122223333:role/${a}/b"),
      credentials: fc.oneof(
        fc.constantFrom("ephemeral", "exec"),
        fc.record({ kubeconfig: fc.constantFrom("~/.kube/config", "${x}"), context: text }),
      ),
      proxyUrl: fc.constantFrom("http://proxy.contoso.com:3128", "socks5://[::1]:1080"),
    },
    { requiredKeys: ["name", "region"] },
  );

const kubernetes = fc.record(
  {
    kubeconfig: fc.constantFrom("~/.kube/config", "${x}"),
    context: text,
    proxyUrl: fc.constantFrom("http://proxy.contoso.com:3128", "socks5://[::1]:1080"),
  },
  { requiredKeys: ["kubeconfig", "context"] },
);

/** The first is of EKS: a portal there may have its secret in AWS. */
const cluster = (keys: readonly string[], index: number) => {
  const ofEks = ofKind(keys, { eks: eks(index), associate: fc.boolean() }, ["eks"]);
  return index === 0 ? ofEks : fc.oneof(ofEks, ofKind(keys, { kubernetes }, ["kubernetes"]));
};

const ofKind = (
  keys: readonly string[],
  kind: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  requiredKeys: readonly string[],
) =>
  fc.record<Record<string, unknown>>(
    {
      ...kind,
      requiredClaims: fc.record({ tid: fc.constant(tenant), email: text, team: text }, { requiredKeys: [] }),
      grants: fc
        .uniqueArray(role, { maxLength: 3, selector: (value) => JSON.stringify({ ...value, namespaces: "" }) })
        .chain((roles) =>
          fc.tuple(...roles.map((value) => fc.constantFrom(...keys).map((group) => ({ group, ...value })))),
        ),
    },
    { requiredKeys: [...requiredKeys] },
  );

const portal = fc.record(
  {
    cluster: fc.constant("prod"),
    url: fc.constantFrom("https://portal.example.com", "https://portal.example.com:8443"),
    namespace: fc.constant("krci"),
    version: fc.constantFrom("3.10.5", "3.12", "3.13", "3.15"),
    secret: fc.record(
      {
        lifetimeDays: fc.constantFrom(60, 730),
        rotate: fc.constant("2026-11-22"),
        store: fc.constantFrom("kubernetes", { secretsManager: "krci/portal" }),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ["cluster", "url", "namespace", "version"] },
);

const secret = (preset: string) =>
  fc.record(
    {
      lifetimeDays: fc.constantFrom(60, 730),
      store: fc.constantFrom("kubernetes", { secretsManager: `mesh/${preset}` }),
    },
    { requiredKeys: [] },
  );
const placed = { cluster: fc.constant("prod"), namespace: fc.constant("mesh") };
const client = (preset: string, url: string) =>
  fc.record(
    { preset: fc.constant(preset), url: fc.constant(url), ...placed, secret: secret(preset) },
    { requiredKeys: ["preset", "url", "cluster", "namespace"] },
  );

const clients = fc.record(
  {
    headlamp: client("headlamp", "https://headlamp.example.com/k8s"),
    dashboard: client("kubernetes-dashboard", "https://dashboard.example.com").map((one) => ({
      ...one,
      secret: { store: { secretsManager: "mesh/kubernetes-dashboard" } },
    })),
    krci: client("krci-portal", "https://krci.example.com"),
    spa: fc.record({
      ...placed,
      url: fc.constant("https://spa.example.com"),
      callback: fc.constantFrom("https://spa.example.com/", "http://localhost:3000/back"),
      public: fc.constantFrom("spa", "native"),
    }),
  },
  { requiredKeys: [] },
);

/** Any access file without mistakes, as text. */
export const accessText: fc.Arbitrary<string> = groups.chain((entries) =>
  fc
    .record(
      {
        tenant: fc.constant(tenant),
        login,
        attributes: fc.constant({ team: {} }),
        groups: fc.constant(entries),
        users,
        guests,
        clusters: fc.record(
          { prod: cluster(Object.keys(entries), 0), stage: cluster(Object.keys(entries), 1) },
          { requiredKeys: [] },
        ),
        roles,
        directory: fc.record({ lookup: fc.constantFrom("batch", "each") }),
        // Groups that exist are granted roles that only the clusters know.
        allow: fc.constant(["existing-cluster-admin"]),
      },
      { requiredKeys: ["tenant", "attributes", "groups", "roles", "allow"] },
    )
    .chain((access) =>
      access.clusters?.prod === undefined
        ? fc.constant(access)
        : fc.record({ portal, clients }, { requiredKeys: [] }).map((more) => ({ ...access, ...more })),
    )
    .map((access) => stringify(access)),
);
