import { main, other, refused, refusedOf, team } from "./team";

const said = (bound: string) => {
  const lines = main.split("\n");
  const first = lines.indexOf("  team.yaml:");
  const line = lines.findIndex((text, index) => index > first && text.startsWith(`    ${bound}:`)) + 1;
  return line === 0 ? `access.yaml:${String(first + 1)}:3` : `access.yaml:${String(line)}:5`;
};

/** A grant in the place of the team's only one. */
const grant = (inside: string) =>
  refused("{ group: shop-devs, clusterRole: edit, namespaces: [shop] }", `{ ${inside} }`);
const group = (inside: string) => refused("shop-devs: { members: [bob@contoso.com] }", inside);
const beside = (lines: string) => refusedOf({ "team.yaml": `${team}${lines}\n` });
const mainOnly = (key: string) =>
  expect.stringMatching(new RegExp(`^team\\.yaml:\\d+:\\d+ ${key} must stand in the access file itself: `)) as unknown;

test("a team's file that stays within its bounds is refused nothing", () => {
  expect(refusedOf({})).toEqual([]);
});

test("a namespace of others is refused, with the place of the bound", () => {
  expect(grant("group: shop-devs, clusterRole: edit, namespaces: [shop, search]")).toEqual([
    `team.yaml:6:67 clusters.stage.grants[0].namespaces[1] must be one of the namespaces that ${said("namespaces")} allows this file: "shop", "shop-*", got "search"`,
  ]);
});

test("a namespace in other letters is no namespace, so a pattern cannot be met by it", () => {
  expect(grant("group: shop-devs, clusterRole: edit, namespaces: [SHOP]")).toEqual(
    expect.arrayContaining([
      expect.stringContaining("must be a namespace"),
      expect.stringContaining(`that ${said("namespaces")} allows this file`),
    ]),
  );
  expect(grant('group: shop-devs, clusterRole: edit, namespaces: ["shop-\\u200bx"]')).not.toEqual([]);
});

test("no pattern stands for kube-system; its whole name does", () => {
  const open = main.replace("namespaces: [shop, shop-*]", 'namespaces: [shop, "*"]');
  const wide = team.replace("[shop]", "[kube-system]");
  expect(refusedOf({ "team.yaml": wide }, open)).toEqual([expect.stringContaining('got "kube-system"')]);
  expect(refusedOf({ "team.yaml": wide }, open.replace('"*"', "kube-system"))).toEqual([]);
});

test.each([
  ["left out", "group: shop-devs, clusterRole: edit"],
  ["null", "group: shop-devs, clusterRole: edit, namespaces: "],
  ["empty", "group: shop-devs, clusterRole: edit, namespaces: []"],
  ["a star", 'group: shop-devs, clusterRole: edit, namespaces: ["*"]'],
  ["text", "group: shop-devs, clusterRole: edit, namespaces: shop"],
])("a grant whose namespaces are %s does not become one on the whole cluster", (_what, inside) => {
  expect(grant(inside)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^team\.yaml:6:\d+ clusters\.stage\.grants\[0\]/)]),
  );
});

test("a grant on a whole cluster names the place that would allow it", () => {
  expect(grant("group: shop-devs, clusterRole: edit")).toEqual([
    `team.yaml:6:9 clusters.stage.grants[0] must name namespaces: ${said("wholeCluster")} allows this file no grant on a whole cluster`,
  ]);
});

test.each(["cluster-admin", "admin", "log-reader", "system:masters"])(
  "the role %s, which is not listed, is refused",
  (role) => {
    expect(grant(`group: shop-devs, clusterRole: "${role}", namespaces: [shop]`)).toContain(
      `team.yaml:6:42 clusters.stage.grants[0].clusterRole must be one of the roles that ${said("roles")} allows this file: "view", "edit", got "${role}"`,
    );
  },
);

test("a Role is a role too", () => {
  expect(grant("group: shop-devs, role: log-reader, namespaces: [shop]")).toEqual([
    expect.stringMatching(/^team\.yaml:6:35 clusters\.stage\.grants\[0\]\.role must be one of the roles that /),
  ]);
});

test("another cluster, and one that is nowhere, are refused", () => {
  expect(refused("  stage:", "  prod:")).toEqual([
    `team.yaml:4:3 clusters.prod must be one of the clusters that ${said("clusters")} allows this file: "stage", got "prod"`,
  ]);
  expect(refused("  stage:", "  stag:")).toEqual([
    'team.yaml:4:3 clusters.stag must be a cluster of the access file, got "stag"; did you mean "stage"?',
  ]);
});

test("a grant to a group of others is refused", () => {
  expect(grant("group: platform, clusterRole: edit, namespaces: [shop]")).toEqual([
    `team.yaml:6:18 clusters.stage.grants[0].group must name a group of this file: ${said("grantsTo")} allows this file no groups of other files, got "platform"`,
  ]);
  expect(grant("group: search-devs, clusterRole: edit, namespaces: [shop]")).toHaveLength(1);
});

test("a group under a name of others is refused", () => {
  expect(group("platform-devs: { members: [bob@contoso.com] }")).toContain(
    `team.yaml:2:3 groups.platform-devs must be one of the groups that ${said("groups")} allows this file: "shop-*", got "platform-devs"`,
  );
});

test("members are not added to a group of others by defining it again", () => {
  expect(
    beside("x-none: 1").concat(
      group("shop-devs: { members: [bob@contoso.com] }\n  platform: { members: [eve@contoso.com] }"),
    ),
  ).toContain("team.yaml:3:3 groups.platform must be defined in one file; it stands at access.yaml:3:3 already");
  const twice = { "team.yaml": team, "other.yaml": other.replace("search-devs", "shop-devs") };
  expect(refusedOf(twice)).toContain(
    "other.yaml:1:11 groups.shop-devs must be defined in one file; it stands at team.yaml:2:3 already",
  );
});

test("no group of others is taken in, and none takes one of others in", () => {
  const must = "must name a group that this file defines itself";
  expect(group("shop-devs: { groups: [platform] }")).toEqual([
    `team.yaml:2:25 groups.shop-devs.groups[0] ${must}, got "platform"`,
  ]);
  expect(group("shop-devs: { groups: [search-devs] }")).toEqual([expect.stringContaining(must)]);
  expect(refusedOf({ "other.yaml": "groups: { search-devs: { groups: [shop-devs] } }" })).toEqual([
    `other.yaml:1:35 groups.search-devs.groups[0] ${must}, got "shop-devs"`,
  ]);
});

test.each([
  ["by object ID", "existing: 22222222-2222-4333-8444-555555555555"],
  ["by display name", "existing: true, displayName: shop-all"],
  ["that the access file has", "existing: 11111111-2222-4333-8444-555555555555"],
])("an existing group %s is refused", (_what, inside) => {
  expect(group(`shop-devs: { ${inside} }`)).toEqual([mainOnly("groups\\.shop-devs\\.existing")]);
});

test.each(["rule: 'user.department -eq \"x\"'", "owners: [eve@contoso.com]", "protected: true"])(
  "%s on its own group is refused",
  (inside) => {
    expect(group(`shop-devs: { ${inside} }`)).toEqual([mainOnly(`groups\\.shop-devs\\.${inside.replace(/:.*/, "")}`)]);
  },
);

test("people that its members do not match are refused, a guest in the tenant's own domain too", () => {
  const allowed = `must be one of the members that ${said("members")} allows this file: "*@contoso.com"`;
  expect(group("shop-devs: { members: [eve@fabrikam.com] }")).toContain(
    `team.yaml:2:26 groups.shop-devs.members[0] ${allowed}, got "eve@fabrikam.com"`,
  );
  expect(group("shop-devs: { members: [eve_fabrikam.com#EXT#@contoso.com] }")).toContain(
    `team.yaml:2:26 groups.shop-devs.members[0] ${allowed}, got "eve_fabrikam.com#EXT#@contoso.com"`,
  );
  expect(group("shop-devs: { members: [BOB@CONTOSO.COM] }")).toEqual([]);
  expect(refusedOf({}, main.replaceAll("*@contoso.com", "*@Contoso.com"))).toEqual([]);
  const objectId = "11111111-2222-4333-8444-555555555555";
  expect(group(`shop-devs: { members: [${objectId}] }`)).toContain(
    `team.yaml:2:26 groups.shop-devs.members[0] ${allowed}, got "${objectId}"`,
  );
});

test("a guest who was renamed so that no other domain is told is allowed by the whole name only", () => {
  const renamed = { "team.yaml": team.replace("bob@contoso.com", '"partner#EXT#@contoso.com"') };
  expect(refusedOf(renamed)).toEqual([
    `team.yaml:2:26 groups.shop-devs.members[0] must be one of the members that ${said("members")} allows this file: "*@contoso.com", got "partner#EXT#@contoso.com"`,
  ]);
  const whole = main.replace('members: ["*@contoso.com"]', 'members: ["partner#ext#@contoso.com"]');
  expect(refusedOf(renamed, whole)).toEqual([]);
});

test.each([
  ["the name of another group", "PLATFORM"],
  ["a name that people trust", "Global Administrators"],
  ["a name that looks like its own", "shоp-devs"],
])("a group whose display name is %s is refused", (_what, name) => {
  expect(group(`shop-devs: { displayName: "${name}" }`)).toEqual(
    expect.arrayContaining([
      expect.stringContaining(`that ${said("groups")} allows this file: "shop-*", got "${name}"`),
    ]),
  );
});

test("a display name that its patterns allow and another file has is refused", () => {
  const wide = main.replace("groups: [shop-*]", 'groups: [shop-*]\n    displayNames: ["*"]');
  expect(refusedOf({ "team.yaml": team.replace("{ members", '{ displayName: "PLATFORM", members') }, wide)).toEqual([
    'team.yaml:2:29 groups.shop-devs.displayName must have a different display name than groups.platform, got "PLATFORM"',
  ]);
});

test.each([
  [
    "its own role",
    "roles: { own: { rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }], allow: [wildcards] } }",
    "roles",
  ],
  ["a role under the name of one of others", "roles: { log-reader: { existing: true } }", "roles"],
  ["accepting its own warnings", "accepted: [{ warning: every-secret, reason: mine, until: 2027-01-01 }]", "accepted"],
  ["allowing dangers", "allow: [escalate]", "allow"],
  ["a user with attributes or an account", "users: { ada@contoso.com: { create: { displayName: Ada } } }", "users"],
  ["inviting guests", "guests: [eve@fabrikam.com]", "guests"],
  ["the organization's policy", "policy: { guests: allow }", "policy"],
  ["including more", "include: { more.yaml: { groups: ['*'] } }", "include"],
  ["another tenant", "tenant: 22222222-2222-4333-8444-555555555555", "tenant"],
  ["another login", "login: { assignment: optional }", "login"],
  ["a claim", "attributes: { team: {} }", "attributes"],
  ["a web client", "clients: { x: { cluster: stage, url: 'https://x.contoso.com', namespace: x } }", "clients"],
  ["the portal", "portal: { cluster: stage }", "portal"],
  ["where states are", "backend: { type: local }", "backend"],
  ["providers", "terraform: {}", "terraform"],
])("%s is refused", (_what, lines, key) => {
  expect(beside(lines)).toEqual([mainOnly(key)]);
});

test.each([
  ["state: absent", "state"],
  ["requiredClaims: { acct: x }", "requiredClaims"],
  ["associate: false", "associate"],
  ["associationName: other", "associationName"],
  ["tags: { a: b }", "tags"],
  ["eks: { name: other, region: eu-central-1 }", "eks"],
  ["kubernetes: { kubeconfig: x, context: y }", "kubernetes"],
  ["aks: { kubeconfig: x, context: y }", "aks"],
])("a cluster with %s in a team's file is refused", (inside, key) => {
  expect(refused("    grants:", `    ${inside}\n    grants:`)).toEqual([mainOnly(`clusters\\.stage\\.${key}`)]);
});

test("aliases of YAML are judged by what they stand for, wherever they come from", () => {
  const anchored = `x-far: &far [search]
groups: { shop-devs: { members: [bob@contoso.com] } }
clusters: { stage: { grants: [{ group: shop-devs, clusterRole: edit, namespaces: *far }] } }
`;
  expect(refusedOf({ "team.yaml": anchored })).toEqual([
    expect.stringContaining(`that ${said("namespaces")} allows this file: "shop", "shop-*", got "search"`),
  ]);
  const whole = `x-group: &all { existing: true }\n${team.replace("{ members: [bob@contoso.com] }", "*all")}`;
  expect(refusedOf({ "team.yaml": whole })).toEqual([mainOnly("groups\\.shop-devs\\.existing")]);
});

test("merge keys of YAML are refused, and no anchor of another file is seen", () => {
  expect(group("shop-devs: { <<: { existing: true } }")).toEqual([expect.stringContaining("must not be a merge key")]);
  expect(
    refusedOf(
      { "team.yaml": team.replace("[shop]", "*shop") },
      main.replace("namespaces: [shop,", "namespaces: &shop [shop,"),
    ),
  ).toEqual([expect.stringMatching(/^team\.yaml:6:\d+ .*must name an anchor \(&shop\) that stands before it$/)]);
});

test("a key that is nearly one of those that are refused is refused as well", () => {
  expect(group("shop-devs: { exsiting: true }")).toEqual([
    expect.stringMatching(/^team\.yaml:2:16 groups\.shop-devs\.exsiting must be a known key/),
  ]);
});

test("a map where a list belongs is refused as that, once", () => {
  expect(group("shop-devs: { members: { bob@contoso.com: {} } }")).toEqual([
    "team.yaml:2:25 groups.shop-devs.members must be a list of user principal names, got a map",
  ]);
  expect(grant("group: shop-devs, clusterRole: edit, namespaces: { kube-system: 1 }")).toEqual([
    expect.stringMatching(
      /^team\.yaml:6:\d+ clusters\.stage\.grants\[0\]\.namespaces must be a list of namespaces, got a map$/,
    ),
  ]);
});

test("keys that are nobody's, in any place, are refused", () => {
  expect(group("shop-devs: { constructor: 1 }")).toEqual([expect.stringContaining("JavaScript reserves")]);
  expect(beside("whatever: 1")).toEqual([
    `team.yaml:7:1 whatever must be a key of an included file: "groups", "clusters"`,
  ]);
});

test("an included file that the access file lists without bounds may do nothing", () => {
  const bare = main.replace(/ {2}team\.yaml:\n(?: {4}.*\n)+/, "  team.yaml:\n");
  expect(refusedOf({}, bare)).toEqual([
    'team.yaml:2:3 groups.shop-devs must not be given: access.yaml:16:3 allows this file no groups, got "shop-devs"',
    'team.yaml:2:26 groups.shop-devs.members[0] must not be given: access.yaml:16:3 allows this file no members, got "bob@contoso.com"',
    'team.yaml:4:3 clusters.stage must not be given: access.yaml:16:3 allows this file no clusters, got "stage"',
    'team.yaml:6:42 clusters.stage.grants[0].clusterRole must not be given: access.yaml:16:3 allows this file no roles, got "edit"',
    'team.yaml:6:61 clusters.stage.grants[0].namespaces[0] must not be given: access.yaml:16:3 allows this file no namespaces, got "shop"',
  ]);
});

test("mistakes of every file are told together, the access file's first", () => {
  const wrong = main.replace("group: platform", "group: platfrm");
  expect(
    refusedOf(
      { "team.yaml": team.replace("[shop]", "[search]"), "other.yaml": other.replace("dora@contoso.com", "nobody") },
      wrong,
    ).map((line) => line.split(" ")[0]),
  ).toEqual(["access.yaml:12:18", "team.yaml:6:61", "other.yaml:1:36", "other.yaml:1:36"]);
});
