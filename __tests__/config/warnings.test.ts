import { parseAccess } from "../../config/load";
import { inFile } from "../../config/mistake";
import { warningsOf } from "../../config/warnings";
import { withGrants, withTenant } from "../access-text";

const warnings = (text: string) =>
  warningsOf({ ...parseAccess(text, "access.yaml"), directory: "/srv/access" }).map((warning) =>
    inFile("access.yaml", warning),
  );

/** What nothing is warned about in. */
const quiet = "username: { claim: oid }, groups: { emit: assigned }";

test.each(["security", "all"])("groups.emit: %s warns that more than 200 groups refuse the login", (emit) => {
  expect(warnings(withTenant(`login: { username: { claim: oid }, groups: { emit: ${emit} } }`))).toEqual([
    `access.yaml:2:52 login.groups.emit is "${emit}": whoever is in more than 200 groups, nested ones included, cannot sign in at all, since Entra then leaves the groups out and the API server refuses the token; "assigned" lists only granted groups, but assigning groups needs Entra ID P1`,
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
    'access.yaml:2:18 login.issuer is "v1": a refreshed v1 ID token is not signed, so everybody signs in through the browser again every hour',
  ],
  [
    "kubectl: confidential",
    'access.yaml:2:19 login.kubectl is "confidential": the client secret stands in every kubeconfig, so everybody has it and nobody can tell who used it, and each rotation needs new kubeconfigs within a month; "public" needs none',
  ],
  [
    "protect: false",
    "access.yaml:2:19 login.protect is false: Terraform may destroy the application and the associations, after which nobody can sign in",
  ],
])("login: %s is warned about", (entry, warning) => {
  expect(warnings(withTenant(`login: { ${entry}, ${quiet} }`))).toEqual([warning]);
});

test.each(["upn", "email", "preferred_username"])(
  "the user name %s can change and be given to somebody else",
  (claim) => {
    expect(warnings(withTenant(`login: { username: { claim: ${claim} }, groups: { emit: assigned } }`))).toEqual([
      `access.yaml:2:29 login.username.claim is "${claim}": it can change and be given to somebody else, so an audit log can name the wrong person; "oid" never changes, but nobody can read it`,
    ]);
  },
);

test("an empty user-name prefix gives people the rights of others", () => {
  expect(warnings(withTenant('login: { username: { claim: sub, prefix: "" }, groups: { emit: assigned } }'))).toEqual([
    "access.yaml:2:42 login.username.prefix is empty: a person is then called like any other user of the cluster with that name, and has that user's rights",
  ]);
});

const guest = "gus_fabrikam.com#EXT#@contoso.onmicrosoft.com";
const guests = (login: string) =>
  warnings(
    `${withGrants("[{ group: devs, clusterRole: view }]", `{ devs: { members: [ada@contoso.com, "${guest}"] } }`)}login: { ${login}, groups: { emit: assigned } }\n`,
  ).filter((warning) => warning.includes("guest"));

test("a guest is refused everywhere unless the token has the claim", () => {
  expect(guests("username: { claim: upn }")).toEqual([
    'access.yaml:2:46 groups.devs.members[1] is a guest, whose token has no "upn": every cluster refuses it; set login.guests: true, or another login.username.claim such as "oid"',
  ]);
  expect(guests("username: { claim: upn }, guests: true")).toEqual([]);
  expect(guests("username: { claim: email }")).toEqual([]);
});

test("an invited guest is one too, and of no use in no group", () => {
  const file = (login: string) =>
    warnings(
      `${withGrants("[{ group: devs, clusterRole: view }]", "{ devs: { members: [gus@fabrikam.com] } }")}guests: [gus@fabrikam.com, pia@fabrikam.com]\nlogin: { ${login} }\n`,
    ).filter((warning) => warning.includes("guest"));
  const unused =
    "access.yaml:7:28 guests[1] is in no group of this file: the guest is invited into the directory, and may do nothing";
  expect(file("")).toEqual([
    'access.yaml:2:29 groups.devs.members[0] is a guest, whose token has no "upn": every cluster refuses it; set login.guests: true, or another login.username.claim such as "oid"',
    unused,
  ]);
  expect(file("guests: true")).toEqual([unused]);
});

const granted = (grants: string, groups?: string) => warnings(`${withGrants(grants, groups)}login: { ${quiet} }\n`);

test("a cluster without grants, and a group without grants, are of no use", () => {
  expect(granted("[]")).toEqual([
    "access.yaml:2:17 groups.devs is granted nothing on any cluster: being in it gives nobody anything there",
    "access.yaml:5:5 clusters.prod has no grants: people can sign in there, and may do nothing",
  ]);
  expect(granted("[{ group: devs, clusterRole: view }]\n    state: absent")).toEqual([
    "access.yaml:2:17 groups.devs is granted nothing on any cluster: being in it gives nobody anything there",
  ]);
});

test("a person in no group gains nothing by an entry", () => {
  const people = `users: { ada@contoso.com: {}, bob@contoso.com: {} }\nlogin: { ${quiet} }\n`;
  const file = withGrants("[{ group: devs, clusterRole: view }]", "{ devs: { members: [ada@contoso.com] } }");
  expect(warnings(file + people)).toEqual([
    'access.yaml:7:48 users["bob@contoso.com"] is in no group of this file: the person can sign in, and may do nothing',
  ]);
});

test("cluster-admin to a group is cluster-admin to whoever may change the group", () => {
  expect(granted("[{ group: devs, clusterRole: cluster-admin }]")).toEqual([
    'access.yaml:6:23 clusters.prod.grants[0].group gives cluster-admin to a group that its owners, and every Groups or User Administrator of the tenant, can let anybody into until the next deployment of people: whoever may change "devs" is an administrator of this cluster; protected: true keeps them out, and makes a group that is there anew: deploy people and every rbac stack then',
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
    "access.yaml:2:16 groups.ops has cluster-admin, and policy.guests cannot be held against it: others keep this group, so a guest in it is not seen",
  ]);
  expect(told("{ rule: user.accountEnabled -eq true }")).toEqual([
    "access.yaml:2:16 groups.ops has cluster-admin, and policy.guests cannot be held against it: a rule decides who is in this group, so a guest in it is not seen",
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
    'access.yaml:2:26 groups.ops.groups gives the members of "devs" nothing: with login.groups.emit "assigned" a token lists only groups that the person is in directly; list them under members',
  ]);
  expect(told("assignment: required")).toEqual([
    'access.yaml:2:26 groups.ops.groups does not let the members of "devs" sign in: assignment is required, and holds for direct members only; grant something to "devs", or list them under members',
  ]);
  expect(told("assignment: required", both)).toEqual([]);
  expect(told("groups: { emit: security }")).toEqual([]);
});

test.each(["admin", "edit"])("%s on a whole cluster reads every secret", (role) => {
  expect(granted(`[{ group: devs, clusterRole: ${role} }]`)).toEqual([
    `access.yaml:6:42 clusters.prod.grants[0].clusterRole is "${role}" on the whole cluster, which is as strong as cluster-admin: it reads every secret there, with them the tokens of service accounts that may do more; name namespaces to keep it in them`,
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
      "access.yaml:7:83 login.conditionalAccess reaches kubectl only where it asks for the application itself, as kubeconfigs of this program do: whoever leaves that scope out gets the same ID token under no policy but those on all resources, so have one of those too",
    ]);
  });

  test("with nobody in the break-glass group is warned about, unless only Entra knows", () => {
    expect(restricted("[]")[1]).toBe(
      'access.yaml:7:108 login.conditionalAccess.breakGlass is "rescue", which has no members: a policy that goes wrong locks everybody out',
    );
    for (const known of ["existing: true", "rule: user.x", "groups: [devs]"]) {
      expect(restricted(`[], ${known}`).join("\n")).not.toContain("which has no members");
    }
  });
});

test("a grant in namespaces says what of its role is in no namespace", () => {
  const roles = `{ ops: { rules: [{ apiGroups: [""], resources: [pods, namespaces], verbs: [get] }, { apiGroups: [""], resources: [pods, nodes, nodes/metrics], verbs: [get] }, { nonResourceURLs: [/metrics], verbs: [get] }] }, nodes: { rules: [{ apiGroups: [""], resources: [nodes], verbs: [get] }] }, others: { rules: [{ apiGroups: ["", example.com], resources: [nodes], verbs: [get] }] } }`;
  const told = (grant: string) =>
    warnings(`${withGrants(`[{ group: devs, ${grant} }]`, undefined, roles)}login: { ${quiet} }\n`);
  expect(told("clusterRole: ops, namespaces: [a]")).toEqual([
    'access.yaml:6:42 clusters.prod.grants[0].clusterRole gives nothing of "nodes" and "nodes/metrics" in roles.ops.rules[1]: that is in no namespace, and only a grant on the whole cluster gives it',
    'access.yaml:6:42 clusters.prod.grants[0].clusterRole gives nothing of "/metrics" in roles.ops.rules[2]: that is in no namespace, and only a grant on the whole cluster gives it',
  ]);
  expect(told("role: nodes, namespaces: [a]")).toEqual([
    'access.yaml:6:35 clusters.prod.grants[0].role gives nothing of "nodes" in roles.nodes.rules[0]: that is in no namespace, and only a grant on the whole cluster gives it',
  ]);
  expect(told("clusterRole: ops")).toEqual([]);
  expect(told("role: others, namespaces: [a]")).toEqual([]);
});
