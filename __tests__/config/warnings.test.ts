import { withGrants, withTenant } from "../access-text";
import { warningsIn as warnings } from "../printed-warnings";

/** What nothing is warned about in. */
const quiet = "username: { claim: oid }, groups: { emit: assigned }";

test.each(["security", "all"])("groups.emit: %s warns that more than 200 groups refuse the login", (emit) => {
  expect(warnings(withTenant(`login: { username: { claim: oid }, groups: { emit: ${emit} } }`))).toEqual([
    `access.yaml:2:52 login.groups.emit is "${emit}", so a person in more than 200 groups cannot sign in. Nested groups count too. Entra leaves the groups out of such a token, and the API server refuses it. "assigned" lists only granted groups, but needs Entra ID P1.`,
  ]);
});

test("where an OAuth server of OpenShift takes such a token, the advice says what it does with it", () => {
  const openshift = (name: string, signIn: string) =>
    `  ${name}: { openshift: { kubeconfig: c, context: ${name}, domain: apps.${name}.contoso.com, signIn: ${signIn} } }\n`;
  const told = (clusters: string) =>
    warnings(withTenant(`clusters:\n${clusters}`)).filter((line) => line.includes("more than 200 groups"));
  expect(told(openshift("a", "oauth"))).toEqual([
    expect.stringContaining(
      "so a person in more than 200 groups signs in without any grant. Nested groups count too. Entra leaves the groups out of such a token, and an OAuth server of OpenShift signs the person in without groups.",
    ) as string,
  ]);
  expect(told(openshift("a", "oauth") + openshift("b", "external"))).toEqual([
    expect.stringContaining(
      "so a person in more than 200 groups cannot sign in, or signs in without any grant. Nested groups count too. Entra leaves the groups out of such a token, and the API server refuses it, but an OAuth server of OpenShift signs the person in without groups.",
    ) as string,
  ]);
  expect(told(openshift("b", "external"))).toEqual([
    expect.stringContaining("so a person in more than 200 groups cannot sign in. Nested") as string,
  ]);
});

test("a default that costs something is warned about where its key would stand", () => {
  expect(warnings(withTenant("login: { name: eks }"))).toEqual([
    expect.stringMatching(/^access\.yaml:2:8 login\.username\.claim is "upn"/),
    expect.stringMatching(/^access\.yaml:2:8 login\.groups\.emit is "security"/),
  ]);
});

test.each([
  [
    "issuer: v1",
    'access.yaml:2:18 login.issuer is "v1", so everybody signs in through the browser again every hour. A refreshed v1 ID token is not signed, and the API server refuses it.',
  ],
  [
    "kubectl: confidential",
    'access.yaml:2:19 login.kubectl is "confidential", so every kubeconfig contains the client secret. Nobody can tell who used it, and each rotation needs new kubeconfigs within a month. "public" needs no secret.',
  ],
  [
    "deviceCode: true",
    "access.yaml:2:22 login.deviceCode is true, so a person who enters a code that somebody else sent gives that person their rights. Neither the password nor the second factor protects them. Over SSH, kubeconfig --headless works without it.",
  ],
  [
    "protect: false",
    "access.yaml:2:19 login.protect is false, so Terraform may destroy the application and the associations. After that nobody can sign in.",
  ],
])("login: %s is warned about", (entry, warning) => {
  expect(warnings(withTenant(`login: { ${entry}, ${quiet} }`))).toEqual([warning]);
});

test.each(["upn", "email", "preferred_username"])(
  "the user name %s can change and be given to somebody else",
  (claim) => {
    expect(warnings(withTenant(`login: { username: { claim: ${claim} }, groups: { emit: assigned } }`))).toEqual([
      `access.yaml:2:29 login.username.claim is "${claim}", which can change and later belong to another person. An audit log can then name the wrong person. "oid" never changes, but nobody can read it.`,
    ]);
  },
);

test("an empty user-name prefix gives people the rights of others", () => {
  expect(warnings(withTenant('login: { username: { claim: sub, prefix: "" }, groups: { emit: assigned } }'))).toEqual([
    "access.yaml:2:42 login.username.prefix is empty. A person with the name of an existing user of the cluster then has that user's rights.",
  ]);
});

const guest = "gus_fabrikam.com#EXT#@contoso.onmicrosoft.com";
const guests = (login: string) =>
  warnings(
    `${withGrants("[{ group: devs, clusterRole: view }]", `{ devs: { members: [ada@contoso.com, "${guest}"] } }`)}login: { ${login}, groups: { emit: assigned } }\n`,
  ).filter((warning) => warning.includes("guest"));

test("a guest is refused everywhere unless the token has the claim", () => {
  expect(guests("username: { claim: upn }")).toEqual([
    'access.yaml:2:46 groups.devs.members[1] is a guest, whose token has no "upn", so every cluster refuses it. Set login.guests: true, or another login.username.claim such as "oid".',
  ]);
  expect(guests("username: { claim: upn }, guests: true")).toEqual([]);
  expect(guests("username: { claim: email }")).toEqual([]);
});

test("an invited guest is one too, and of no use in no group", () => {
  const file = (login: string) =>
    warnings(
      `${withGrants("[{ group: devs, clusterRole: view }]", "{ devs: { members: [gus@fabrikam.com] } }")}guests: [gus@fabrikam.com, pia@fabrikam.com]\nlogin: { ${login} }\n`,
    ).filter((warning) => warning.includes("guest"));
  const unused = "access.yaml:7:28 guests[1] is in no group of this file, so the guest is invited but gets no access";
  expect(file("")).toEqual([
    'access.yaml:2:29 groups.devs.members[0] is a guest, whose token has no "upn", so every cluster refuses it. Set login.guests: true, or another login.username.claim such as "oid".',
    unused,
  ]);
  expect(file("guests: true")).toEqual([unused]);
});

const granted = (grants: string, groups?: string) => warnings(`${withGrants(grants, groups)}login: { ${quiet} }\n`);

test("a cluster without grants, and a group without grants, are of no use", () => {
  expect(granted("[]")).toEqual([
    "access.yaml:2:17 groups.devs has no grant on any cluster, so its members get no access",
    "access.yaml:5:5 clusters.prod has no grants, so people can sign in but get no access",
  ]);
  expect(granted("[{ group: devs, clusterRole: view }]\n    state: absent")).toEqual([
    "access.yaml:2:17 groups.devs has no grant on any cluster, so its members get no access",
  ]);
});

test("a person in no group gains nothing by an entry", () => {
  const people = `users: { ada@contoso.com: {}, bob@contoso.com: {} }\nlogin: { ${quiet} }\n`;
  const file = withGrants("[{ group: devs, clusterRole: view }]", "{ devs: { members: [ada@contoso.com] } }");
  expect(warnings(file + people)).toEqual([
    'access.yaml:7:48 users["bob@contoso.com"] is in no group of this file, so the person can sign in but gets no access',
  ]);
});

test("cluster-admin to a group is cluster-admin to whoever may change the group", () => {
  expect(granted("[{ group: devs, clusterRole: cluster-admin }]")).toEqual([
    "access.yaml:2:17 groups.devs has cluster-admin on clusters.prod, and others can add people to it. The owners of the group, and every Groups or User Administrator of the tenant, can add anybody until the next deployment of people. protected: true prevents that, but creates the group again.",
  ]);
  expect(
    granted(
      "[{ group: devs, clusterRole: cluster-admin }]",
      "{ devs: { protected: true, members: [ada@contoso.com] } }",
    ),
  ).toEqual([]);
  expect(granted("[{ group: devs, clusterRole: cluster-admin, namespaces: [a] }]")).toEqual([]);
});

test("policy.guests cannot be held against a group whose members only Entra knows", () => {
  const told = (group: string, policy = "{ guests: refuse }") =>
    warnings(
      `${withGrants("[{ group: ops, clusterRole: cluster-admin, namespaces: [a] }]", `{ ops: ${group} }`)}login: { ${quiet} }\nallow: [existing-cluster-admin]\npolicy: ${policy}\n`,
    );
  expect(told("{ existing: true }")).toEqual([
    "access.yaml:2:16 groups.ops has cluster-admin, and policy.guests cannot be checked for it. Others keep this group, so this program does not see a guest in it.",
  ]);
  expect(told("{ rule: user.accountEnabled -eq true }")).toEqual([
    "access.yaml:2:16 groups.ops has cluster-admin, and policy.guests cannot be checked for it. A rule decides who is in this group, so this program does not see a guest in it.",
  ]);
  expect(told("{ members: [ada@contoso.com] }")).toEqual([]);
  expect(told("{ existing: true }", "{ guests: allow }")).toEqual([]);
});

test("what members of a group in a group lose by assignment is said", () => {
  const told = (login: string, grants = "[{ group: ops, clusterRole: view }]") =>
    warnings(`${withGrants(grants, "{ ops: { groups: [devs] }, devs: {} }")}login: { ${login} }\n`).filter((warning) =>
      warning.includes("ops.groups"),
    );
  const both = "[{ group: ops, clusterRole: view }, { group: devs, clusterRole: view }]";
  expect(told("groups: { emit: assigned }", both)).toEqual([
    'access.yaml:2:26 groups.ops.groups gives the members of "devs" no access. With login.groups.emit "assigned", a token lists only groups that the person is in directly. List these people under members.',
  ]);
  expect(told("assignment: required")).toEqual([
    'access.yaml:2:26 groups.ops.groups gives the members of "devs" no right to sign in. Assignment is required, and it counts direct members only. Grant something to the inner group, or list its people under members.',
  ]);
  expect(told("assignment: required", both)).toEqual([]);
  expect(told("groups: { emit: security }")).toEqual([]);
});

test.each(["admin", "edit"])("%s on a whole cluster reads every secret", (role) => {
  expect(granted(`[{ group: devs, clusterRole: ${role} }]`)).toEqual([
    `access.yaml:6:42 clusters.prod.grants[0].clusterRole is "${role}" on the whole cluster, which is as strong as cluster-admin. It can read every secret, including tokens of service accounts with more rights. Add namespaces to limit it.`,
  ]);
});

test("nothing is warned about without need", () => {
  expect(warnings(withTenant(`login: { ${quiet} }`))).toEqual([]);
  expect(granted("[{ group: devs, clusterRole: view }]")).toEqual([]);
});

describe("Conditional Access", () => {
  const restricted = (members: string) =>
    warnings(
      `${withGrants("[{ group: devs, clusterRole: view }]", `{ devs: { members: [bob@contoso.com] }, rescue: { members: ${members} } }`)}login: { ${quiet}, conditionalAccess: { mfa: true, breakGlass: rescue } }\n`,
    );

  test("reaches only sign-ins that ask for it; its group needs no grant", () => {
    expect(restricted("[ada@contoso.com]")).toEqual([
      "access.yaml:7:83 login.conditionalAccess reaches kubectl only if it asks for this application, as the kubeconfigs of this program do. A person who removes that scope from the kubeconfig gets the same ID token. Only policies on all resources apply then, so create one of those too.",
    ]);
  });

  test("with nobody in the break-glass group is warned about, unless only Entra knows", () => {
    expect(restricted("[]")[1]).toBe(
      'access.yaml:7:108 login.conditionalAccess.breakGlass is "rescue", a group without members. If a policy goes wrong, it locks everybody out.',
    );
    for (const known of ["existing: true", "rule: user.x", "groups: [devs]"]) {
      expect(restricted(`[], ${known}`).join("\n")).not.toContain("a group without members");
    }
  });
});

test("a grant in namespaces says what of its role is in no namespace", () => {
  const roles = `{ ops: { rules: [{ apiGroups: [""], resources: [pods, namespaces], verbs: [get] }, { apiGroups: [""], resources: [pods, nodes, nodes/metrics], verbs: [get] }, { nonResourceURLs: [/metrics], verbs: [get] }] }, nodes: { rules: [{ apiGroups: [""], resources: [nodes], verbs: [get] }] }, others: { rules: [{ apiGroups: ["", example.com], resources: [nodes], verbs: [get] }] } }`;
  const told = (grant: string) =>
    warnings(`${withGrants(`[{ group: devs, ${grant} }]`, undefined, roles)}login: { ${quiet} }\n`);
  expect(told("clusterRole: ops, namespaces: [a]")).toEqual([
    'access.yaml:6:42 clusters.prod.grants[0].clusterRole gives nothing of "nodes" and "nodes/metrics" in roles.ops.rules[1]. That is in no namespace, so only a grant on the whole cluster gives it.',
    'access.yaml:6:42 clusters.prod.grants[0].clusterRole gives nothing of "/metrics" in roles.ops.rules[2]. That is in no namespace, so only a grant on the whole cluster gives it.',
  ]);
  expect(told("role: nodes, namespaces: [a]")).toEqual([
    'access.yaml:6:35 clusters.prod.grants[0].role gives nothing of "nodes" in roles.nodes.rules[0]. That is in no namespace, so only a grant on the whole cluster gives it.',
  ]);
  expect(told("clusterRole: ops")).toEqual([]);
  expect(told("role: others, namespaces: [a]")).toEqual([]);
});
