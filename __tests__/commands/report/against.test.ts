import { synthesize } from "../../../main";
import { reportAgainst, type AgainstOptions } from "../../../commands/report/against";
import { marker } from "../../../commands/report/against/in-markdown";
import { withTenant } from "../../access-text";
import { printed, type Printed } from "../printed";

const old = withTenant(`
login: { assignment: required, username: { claim: email } }
allow: [existing-cluster-admin]
groups:
  developers: { members: [bob@contoso.com, carol@contoso.com, gus@fabrikam.com] }
  platform-developers: { members: [ada@contoso.com], groups: [leads] }
  leads: { members: [dora@contoso.com] }
  theirs: { existing: true }
guests: [gus@fabrikam.com]
roles:
  cleaner: { rules: [{ apiGroups: [""], resources: [pods], verbs: [delete] }] }
  their-role: { existing: true }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants:
      - { group: developers, clusterRole: view, namespaces: [team-a] }
      - { group: platform-developers, clusterRole: cleaner, namespaces: [team-a] }
      - { group: leads, clusterRole: view, namespaces: [team-b] }
`);

const kubeconfig = `
apiVersion: v1
kind: Config
clusters: [{ name: own, cluster: { server: "https://127.0.0.1:6443" } }]
users: [{ name: own, user: { token: none } }]
contexts: [{ name: own, context: { cluster: own, user: own } }]
`;

/** What is printed when the earlier file becomes another by these replacements. */
function report(
  replaced: readonly (readonly [string, string])[],
  options: Partial<AgainstOptions> = {},
  before = old,
): Promise<Printed> {
  const after = replaced.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, old);
  return printed({ "access.yaml": after, "old.yaml": before }, (file) =>
    reportAgainst({ file, against: file.replace("access.yaml", "old.yaml"), ...options }),
  );
}

const lines = async (...args: Parameters<typeof report>) => (await report(...args)).stdout.trimEnd().split("\n");

test("a person who joins a group may now do what it allows", async () => {
  expect(await lines([["members: [ada@contoso.com]", "members: [ada@contoso.com, linus@contoso.com]"]])).toEqual([
    "Compared with old.yaml, 1 person gains access, and nobody loses access.",
    "+ linus@contoso.com may now delete pods in team-a on prod (through platform-developers)",
  ]);
});

test("a whole role is told by its name, parts of one by what they are; guests are marked, and nested groups named", async () => {
  expect(
    await lines([
      ["developers, clusterRole: view", "developers, clusterRole: edit"],
      [
        "group: platform-developers, clusterRole: cleaner, namespaces: [team-a]",
        "group: platform-developers, clusterRole: cleaner, namespaces: [team-a, team-c]",
      ],
      ["group: leads, clusterRole: view, namespaces: [team-b]", "group: leads, clusterRole: cluster-admin"],
    ]),
  ).toEqual([
    "Compared with old.yaml, 5 people gain access, and nobody loses access.",
    "+ ada@contoso.com may now delete pods in team-c on prod (through platform-developers)",
    expect.stringMatching(
      /^\+ bob@contoso.com, carol@contoso.com and gus@fabrikam.com \(guest\) may now do more of what ClusterRole edit allows in team-a on prod \(through developers\): read and change secrets, .+; and \d+ more$/,
    ),
    "+ dora@contoso.com may now do what ClusterRole cluster-admin allows everywhere on prod (through leads): everything",
  ]);
});

test("what is only lost is told with a minus, and does not fail on widening", async () => {
  const options = { failOn: ["widening"] } as const;
  const { code, stdout } = await report([["groups: [leads]", "groups: []"]], options);
  expect(stdout).toBe(
    "Compared with old.yaml, nobody gains access, and 1 person loses access.\n- dora@contoso.com may no longer delete pods in team-a on prod (through leads in platform-developers)\n",
  );
  expect(code).toBe(0);
});

test("somebody who gains anything fails on widening, and only then", async () => {
  const gain = [["bob@contoso.com, ", "bob@contoso.com, linus@contoso.com, "]] as const;
  expect((await report(gain, { failOn: ["widening"] })).code).toBe(1);
  expect((await report(gain)).code).toBe(0);
});

test("a role that only the cluster knows, and a group whose members it does not know, are told as such", async () => {
  expect(
    await lines([
      ["roles:", "roles:\n  other-role: { existing: true }"],
      ["      - { group: leads,", "      - { group: theirs, clusterRole: their-role }\n      - { group: leads,"],
    ]),
  ).toEqual([
    "Compared with old.yaml, whoever else is in 1 group gains access, and nobody loses access.",
    "+ whoever else is in theirs may now do whatever ClusterRole their-role allows everywhere on prod (through theirs); only the cluster knows what that is",
  ]);
});

test("whoever comes in by another group gains what an existing group gets that is assigned by none", async () => {
  const nested: [string, string] = ["groups: [leads] }", "groups: [leads, theirs] }"];
  expect(await lines([nested])).toEqual([
    "Compared with old.yaml, whoever else is in 1 group gains access, and nobody loses access.",
    "+ whoever else is in theirs may now delete pods in team-a on prod (through theirs in platform-developers)",
  ]);
});

test("who can no longer sign in is told why, and what goes with it", async () => {
  const out = await lines([
    ["      - { group: leads, clusterRole: view, namespaces: [team-b]", "      - { group: theirs, clusterRole: view"],
  ]);
  expect(out).toEqual([
    "Compared with old.yaml, whoever else is in 1 group gains access, and 1 person loses access.",
    expect.stringMatching(/^\+ whoever else is in theirs may now do what ClusterRole view allows everywhere on prod/),
    "- dora@contoso.com can no longer sign in to prod: AADSTS50105: the person is a direct member of no group that is assigned to the application",
    expect.stringMatching(/^- dora@contoso.com may no longer do what ClusterRole view allows in team-b on prod/),
    "- dora@contoso.com may no longer delete pods in team-a on prod (through leads in platform-developers)",
  ]);
});

test("without an earlier file everything is given", async () => {
  const [first, ...others] = await lines([], { against: "/dev/null" });
  expect(first).toBe("Compared with /dev/null, 5 people gain access, and nobody loses access.");
  expect(others.every((line) => line.startsWith("+"))).toBe(true);
});

test("the JSON has the shape of a check for new access, with places, and every right", async () => {
  const { stdout } = await report(
    [
      ["members: [ada@contoso.com]", "members: [ada@contoso.com, linus@contoso.com]"],
      ["carol@contoso.com, ", ""],
    ],
    { format: "json" },
  );
  expect(JSON.parse(stdout)).toMatchObject({
    result: "FAIL",
    reasons: [
      {
        description: "linus@contoso.com may now delete pods in team-a on prod (through platform-developers)",
        place: "access.yaml:18:9 clusters.prod.grants[1]",
      },
    ],
    gains: [
      {
        who: [{ name: "linus@contoso.com", kind: "person" }],
        cluster: "prod",
        namespaces: ["team-a"],
        part: "all",
        rights: [{ what: "pods", verbs: ["delete"] }],
        through: [{ group: "platform-developers", place: "access.yaml:18:9 clusters.prod.grants[1]" }],
      },
    ],
    losses: [{ through: [{ group: "developers", place: "old.yaml:17:9 clusters.prod.grants[0]" }] }],
  });
  expect(JSON.parse((await report([], { format: "json" })).stdout)).toMatchObject({
    result: "PASS",
    reasons: [],
    gains: [],
    losses: [],
  });
});

test("the comment begins with its marker, says who gains and loses, and folds the rest", async () => {
  const { stdout } = await report(
    [
      ["members: [ada@contoso.com]", "members: [ada@contoso.com, linus@contoso.com]"],
      ["groups: [leads]", "groups: []"],
    ],
    {
      format: "markdown",
    },
  );
  expect(stdout.split("\n")).toEqual([
    marker,
    "### What this change gives and takes",
    "",
    "Compared with `old.yaml`:",
    "",
    "- **Gains access:** 1 person: `linus@contoso.com`",
    "- **Loses access:** 1 person: `dora@contoso.com`",
    "",
    "<details><summary>What it gives (1)</summary>",
    "",
    "- `linus@contoso.com` may now delete `pods` in `team-a` on `prod` (through `platform-developers`)",
    "",
    "</details>",
    "",
    "<details><summary>What it takes (1)</summary>",
    "",
    "- `dora@contoso.com` may no longer delete `pods` in `team-a` on `prod` (through `leads in platform-developers`)",
    "",
    "</details>",
    "",
  ]);
});

test("a hostile name does not break out of the comment", async () => {
  const hostile = "`<details>`` @contoso-admins <img src=x> [a](b) | x";
  const { stdout } = await report(
    [
      ["cleaner: {", `${JSON.stringify(hostile)}: { existing: true }\n  cleaner: {`],
      ["clusterRole: cleaner", `clusterRole: ${JSON.stringify(hostile)}`],
    ],
    { format: "markdown" },
  );
  expect(stdout).toContain(`ClusterRole \`\`\` ${hostile} \`\`\` allows`);
  expect(stdout.replaceAll(`\`\`\` ${hostile} \`\`\``, "")).not.toMatch(/@contoso-admins|<img|\]\(/);
});

test("a comment that is too long for GitHub ends with how much is left out", async () => {
  const grants = Array.from(
    { length: 400 },
    (_, index) => `\n      - { group: leads, clusterRole: r${String(index)}, namespaces: [n${String(index)}] }`,
  );
  const roles = Array.from(
    { length: 400 },
    (_, index) =>
      `\n  r${String(index)}: { rules: [{ apiGroups: [""], resources: [pods], resourceNames: [p${String(index)}], verbs: [get] }] }`,
  );
  const { stdout } = await report(
    [
      ["roles:", `roles:${roles.join("")}`],
      ["    grants:", `    grants:${grants.join("")}`],
    ],
    { format: "markdown" },
  );
  expect(stdout.length).toBeLessThan(65_536);
  expect(stdout).toMatch(/\n- and \d+ more sentences, which `--format json` has\n/);
});

test("an earlier file with mistakes between its entries is compared as it is written, and told", async () => {
  const before = old.replace("group: platform-developers,", "group: nobody-knows,");
  expect(await lines([], {}, before)).toEqual([
    "Compared with old.yaml, 2 people gain access, and nobody loses access.",
    "+ ada@contoso.com may now delete pods in team-a on prod (through platform-developers)",
    "+ dora@contoso.com may now delete pods in team-a on prod (through leads in platform-developers)",
    expect.stringMatching(
      /^note: old.yaml has a mistake by today's rules, and is compared as it is written: old.yaml:18:\d+ clusters\.prod\.grants\[1\]\.group must name a group /,
    ),
  ]);
});

test("what has not today's shape is left out of an earlier file, and told with its place there", async () => {
  const before = old
    .replace("    grants:", "    grants:\n      - { group: [no, text], clusterRole: view }")
    .replace("tenant:", "ancient: 1\ntenant:")
    .replace("clusterRole: cleaner, namespaces: [team-a]", "clusterRole: cleaner, namespaces: [team-a, 7]");
  const out = await lines([], {}, before);
  expect(out.at(-2)).toMatch(
    /^note: old.yaml has 3 mistakes by today's rules, and is compared without what cannot be read: /,
  );
  expect(out.at(-1)).toBe(
    "note: Not read, so not compared: clusters.prod.grants[2], clusters.prod.grants[0] and ancient. What stands there counts as not given, so a gain may be told that is none.",
  );
});

test.each<[string, string, string, string]>([
  ["a namespace", "namespaces: [team-b] }", "namespaces: [Team_B] }", "clusters.prod.grants[2]"],
  ["all namespaces", "namespaces: [team-b] }", "namespaces: team-b }", "clusters.prod.grants[2]"],
  ["an unknown key of a grant", "namespaces: [team-b] }", "namespace: team-b }", "clusters.prod.grants[2]"],
  ["the names of a rule", "verbs: [delete]", "verbs: [delete], resourceNames: 7", "roles.cleaner"],
  ["the kind of a role", "their-role: { existing: true }", "cleaner: { existing: maybe }", "roles.cleaner"],
  ["a cluster's state", "    grants:", "    state: removed\n    grants:", "clusters.prod"],
  ["a cluster's claims", "    grants:", "    requiredClaims: 7\n    grants:", "clusters.prod"],
  ["an unknown key of a cluster", "    grants:", "    removed: true\n    grants:", "clusters.prod"],
  [
    "whether a person has left",
    "roles:",
    "users: { dora@contoso.com: { left: 7 } }\nroles:",
    'users["dora@contoso.com"]',
  ],
  ["an unknown key of a group", "leads: { members", "leads: { until: 2020, members", "groups.leads"],
])("an earlier file never gives more because %s cannot be read", async (_, from, to, place) => {
  const before = (from.startsWith("their") ? old.replace(/ {2}cleaner: .*\n/, "") : old).replace(from, to);
  expect(before).not.toBe(old);
  const { code, stdout } = await report([], { failOn: ["widening"] }, before);
  expect(stdout).toContain(`Not read, so not compared: ${place}`);
  expect(stdout).toMatch(/^\+ /m);
  expect(code).toBe(1);
});

test.each(["", "eks: { name: x, region: eu-central-1 }, kubernetes: { kubeconfig: k, context: x }"])(
  "a cluster of an earlier file is left out if it is of no kind, or of two: %j",
  async (kind) => {
    const out = await lines([], {}, `${old}  odd: { ${kind} }\n`);
    expect(out[0]).toBe("Compared with old.yaml, nobody gains or loses access.");
    expect(out.at(-1)).toContain("Not read, so not compared: clusters.odd.");
  },
);

test.each([
  ["no YAML", "tenant: [", /^There is nothing to compare with: old.yaml:1:\d+ must /],
  ["no access file", "a: 1\n", /^There is nothing to compare with: old.yaml:1:1 must be an access file/],
  [
    "an access file without a tenant",
    "groups: {}\n",
    /^There is nothing to compare with: old.yaml:1:1 tenant must be given/,
  ],
])("an earlier file that is %s is told in one sentence", async (_, before, sentence) => {
  const { code, stdout, stderr } = await report([], {}, before);
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toMatch(sentence);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
});

test("another tenant is told and noted", async () => {
  const out = await lines([[/tenant: .{8}/.exec(old)![0], "tenant: 00000000"]]);
  expect(out.slice(1)).toEqual([
    expect.stringMatching(/^\+ people of the tenant 00000000-\S+ may now sign in, and do what their groups may$/),
    expect.stringMatching(/^- people of the tenant \S+ can no longer sign in$/),
    "note: The file names another tenant. People of the same name have other accounts there.",
  ]);
});

test("a new owner of the login, or of a group with rights, gains and fails on widening; one who goes loses", async () => {
  const owned = [
    ["login: {", "login: { owners: [eve@contoso.com],"],
    ["leads: {", "leads: { owners: [eve@contoso.com],"],
  ] as const;
  const { code, stdout } = await report(owned, { failOn: ["widening"] });
  expect(stdout.trimEnd().split("\n")).toEqual([
    "Compared with old.yaml, 1 person gains access, and nobody loses access.",
    "+ eve@contoso.com may now add secrets and redirects to the application, as an owner of the login",
    "+ eve@contoso.com may now add anybody to leads, as an owner",
  ]);
  expect(code).toBe(1);
  const before = owned.reduce((text, [from, to]) => text.replace(from, to), old);
  const back = await report([], { failOn: ["widening"] }, before);
  expect(back.stdout).toContain("- eve@contoso.com may no longer add anybody to leads, as an owner");
  expect(back.code).toBe(0);
  // Nothing is granted to it.
  const none = await lines([["guests:", "  idle: { owners: [eve@contoso.com] }\nguests:"]]);
  expect(none).toEqual(["Compared with old.yaml, nobody gains or loses access."]);
});

test("claims that a cluster no longer requires let in people whom the file does not list", async () => {
  const requiring = (claims: string) =>
    `${old.replace("    grants:", `    requiredClaims: ${claims}\n    grants:`)}attributes: { team: {} }\n`;
  const change = async (before: string, after: string) => {
    const { code, stdout } = await printed({ "access.yaml": requiring(after), "old.yaml": requiring(before) }, (file) =>
      reportAgainst({ file, against: file.replace("access.yaml", "old.yaml"), failOn: ["widening"] }),
    );
    return [
      code,
      ...stdout
        .trimEnd()
        .split("\n")
        .filter((line) => line.includes("without")),
    ];
  };
  const mayNow = "may now sign in to prod, and do there what their groups may";
  expect(await change("{ team: a }", "{}")).toEqual([1, `+ people without the claim team "a" ${mayNow}`]);
  expect(await change("{}", "{ team: a }")).toEqual([
    0,
    '- people without the claim team "a" can no longer sign in to prod',
  ]);
  expect(await change("{ team: a }", "{ team: b }")).toEqual([
    1,
    `+ people without the claim team "a" ${mayNow}`,
    '- people without the claim team "b" can no longer sign in to prod',
  ]);
});

test("another issuer, and another claim of groups, let in people whom the file does not list", async () => {
  const cluster = (keys: string) => `${old}  own:\n    kubernetes: { kubeconfig: ./config, context: own${keys} }\n`;
  const change = async (before: string, after: string) => {
    const { code, stdout } = await printed(
      { "access.yaml": cluster(after), "old.yaml": cluster(before), config: kubeconfig },
      (file) => reportAgainst({ file, against: file.replace("access.yaml", "old.yaml"), failOn: ["widening"] }),
    );
    return [code, ...stdout.trimEnd().split("\n").slice(1)];
  };
  const issuer = (claims: string) =>
    `, issuers: [{ url: "https://ci.contoso.com", audience: x, username: { prefix: "ci:" }${claims} }]`;
  const told = "whoever has a token of https://ci.contoso.com";
  const unknown = "sign in to own with it; only the cluster knows what such a token allows";
  expect(await change("", issuer(""))).toEqual([1, `+ ${told} may now ${unknown}`]);
  expect(await change(issuer(", requiredClaims: { a: b }"), issuer(""))).toEqual([1, `+ ${told} may now ${unknown}`]);
  expect(await change(issuer(""), issuer(", requiredClaims: { a: b }"))).toEqual([
    0,
    `- ${told} may no longer ${unknown}`,
  ]);
  expect(await change("", ", groupsClaims: [roles]")).toEqual([
    1,
    "+ whoever has groups in the claim roles may now do on own what these groups may; only the cluster knows what that is",
  ]);
});

test("an account that is new loses no sign-in, and one that goes with its entry does", async () => {
  const made = [
    ["guests:", "attributes: { team: {} }\nusers: { new@contoso.com: { create: { displayName: New } } }\nguests:"],
    ["login: { assignment: required,", "login: {"],
    ["    grants:", "    requiredClaims: { team: a }\n    grants:"],
  ] as const;
  const without = (text: string) => text.replace(/users: .*\n/, "");
  const after = made.reduce((text, [from, to]) => text.replace(from, to), old);
  const change = async (before: string, now: string) =>
    (
      await printed({ "access.yaml": now, "old.yaml": before }, (file) =>
        reportAgainst({ file, against: file.replace("access.yaml", "old.yaml") }),
      )
    ).stdout;
  expect(await change(without(after), after)).toBe("Compared with old.yaml, nobody gains or loses access.\n");
  const open = (text: string) => text.replace(/ {4}requiredClaims.*\n/, "");
  expect(await change(open(after), open(without(after)))).toContain(
    "- new@contoso.com can no longer sign in to prod: the account is disabled, because it is gone from the file",
  );
});

test("a namespace can be reached in itself alone", async () => {
  const naming = (...names: string[]) =>
    lines([
      [
        "verbs: [delete] }",
        `verbs: [delete] }, { apiGroups: [""], resources: [namespaces], verbs: [get], resourceNames: [${names.join()}] }`,
      ],
    ]);
  expect(await naming("team-b")).toEqual(["Compared with old.yaml, nobody gains or loses access."]);
  expect(await naming("team-b", "team-a")).toEqual([
    "Compared with old.yaml, 2 people gain access, and nobody loses access.",
    "+ ada@contoso.com may now get namespaces in team-a on prod (through platform-developers)",
    "+ dora@contoso.com may now get namespaces in team-a on prod (through leads in platform-developers)",
  ]);
});

test("everything of the core group is told apart from everything, in words and in JSON", async () => {
  const rule = (group: string) =>
    [
      ["resources: [pods], verbs: [delete]", "resources: ['*'], verbs: [get]"],
      ['apiGroups: [""]', `apiGroups: ["${group}"]`],
      ["cleaner: {", "cleaner: { allow: [wildcards, read-secrets],"],
    ] as const;
  expect((await lines(rule("")))[1]).toContain("ada@contoso.com may now get everything in the core group in team-a");
  expect((await lines(rule("*")))[1]).toContain("ada@contoso.com may now get everything in team-a");
  for (const apiGroup of ["", "*"]) {
    const { stdout } = await report(rule(apiGroup), { format: "json" });
    expect(JSON.parse(stdout)).toMatchObject({ gains: [{ rights: [{ what: "*", apiGroup, verbs: ["get"] }] }, {}] });
  }
});

test("a cluster that people leave is absent, gone, or another one under its name", async () => {
  const open = withTenant(
    "groups: { dev: {} }\nclusters:\n  one: { eks: { name: one, region: eu-central-1 } }\n  two: { eks: { name: two, region: eu-central-1 } }\n",
  );
  const change = async (from: string, to: string) => {
    const { stdout } = await printed({ "access.yaml": open.replace(from, to), "old.yaml": open }, (file) =>
      reportAgainst({ file, against: file.replace("access.yaml", "old.yaml") }),
    );
    return stdout.split("\n").filter((line) => line.startsWith("-"));
  };
  const loss = "- anybody else in the tenant can no longer sign in to";
  expect(await change("one: { eks:", "one: { state: absent, eks:")).toEqual([`${loss} one: its state is absent`]);
  expect(await change("  one: { eks: { name: one, region: eu-central-1 } }\n", "")).toEqual([
    `${loss} one: it is gone from the file`,
  ]);
  expect(await change("name: one", "name: other")).toEqual([
    `${loss} one (one in eu-central-1): its entry names another cluster now`,
  ]);
});

test("Azure lets people in to AKS with an entry and without, so nobody is let in or shut out, and grants come and go", async () => {
  const entry = "  shop: { aks: { kubeconfig: config, context: shop }, grants: [{ group: dev, clusterRole: view }] }\n";
  const without = withTenant(
    "groups: { dev: { members: [ada@contoso.com] } }\nclusters:\n  one: { eks: { name: one, region: eu-central-1 }, grants: [{ group: dev, clusterRole: view }] }\n",
  );
  const texts = {
    none: without,
    there: without + entry,
    absent: without + entry.replace("aks:", "state: absent, aks:"),
  };
  const change = async (was: keyof typeof texts, is: keyof typeof texts) => {
    const { stdout } = await printed({ "access.yaml": texts[is], "old.yaml": texts[was] }, (file) =>
      reportAgainst({ file, against: file.replace("access.yaml", "old.yaml") }),
    );
    return stdout.split("\n").filter((line) => /^[-+]/.test(line));
  };
  const rights = "do what ClusterRole view allows everywhere on shop (through dev)";
  const told = async (...given: Parameters<typeof change>) =>
    (await change(...given)).map((line) => line.replace(/: see most things.*/, ""));
  expect(await told("there", "absent")).toEqual([`- ada@contoso.com may no longer ${rights}`]);
  expect(await told("there", "none")).toEqual([`- ada@contoso.com may no longer ${rights}`]);
  expect(await told("none", "there")).toEqual([`+ ada@contoso.com may now ${rights}`]);
});

test("what the portal's chart gives its admin group is a right", async () => {
  const portal =
    'portal: { cluster: prod, url: "https://portal.contoso.com", namespace: krci, version: "3.15", groups: { admin: leads } }\n';
  const { code, stdout } = await printed(
    { "access.yaml": old + portal.replace("leads", "developers"), "old.yaml": old + portal },
    (file) => reportAgainst({ file, against: file.replace("access.yaml", "old.yaml"), failOn: ["widening"] }),
  );
  expect(stdout).toMatch(
    /^\+ bob@contoso.com, carol@contoso.com and gus@fabrikam.com \(guest\) may now do what ClusterRole cluster-admin allows in krci on prod \(through developers and the portal's chart\): everything$/m,
  );
  expect(stdout).toMatch(/^- dora@contoso.com may no longer do what ClusterRole cluster-admin allows in krci on prod/m);
  expect(code).toBe(1);
});

const moreMembers = [["members: [ada@contoso.com]", "members: [ada@contoso.com, linus@contoso.com]"]] as const;

test("what a deployment does is told after who gains and loses, with the shortest command; --no-clouds leaves it out", async () => {
  const { stdout } = await report(moreMembers, { writeStacks: synthesize });
  expect(stdout).toMatch(
    /^Compared with [^]*\n\nTo the clouds: 1 address updated\.\n {2}people\n +~ azuread_group\.platform-developers \(members\)\nDeploy it: npx cdktf deploy people --ignore-missing-stack-dependencies\n$/,
  );
  expect((await report(moreMembers)).stdout).not.toContain("clouds");
});

test("JSON has the clouds beside the gains, and null without them; Markdown folds the addresses", async () => {
  const json = async (options: Partial<AgainstOptions>) =>
    JSON.parse((await report(moreMembers, { format: "json", ...options })).stdout) as object;
  expect(await json({ writeStacks: synthesize })).toMatchObject({
    result: "FAIL",
    clouds: {
      counts: { update: 1, replace: 0 },
      command: "npx cdktf deploy people --ignore-missing-stack-dependencies",
    },
  });
  expect(await json({})).toMatchObject({ clouds: null });
  const { stdout } = await report(moreMembers, { format: "markdown", writeStacks: synthesize });
  expect(stdout.indexOf("**Clouds:** 1 address updated.")).toBeLessThan(stdout.indexOf("<details>"));
  expect(stdout).toContain("<details><summary>Addresses: people</summary>");
});

test("something that is replaced fails on replacement, and only then", async () => {
  const replaced = [
    ["claim: email", "claim: oid"],
    ["allow: [", "allow: [replace-association, "],
  ] as const;
  const failOn = ["replacement"] as const;
  expect((await report(replaced, { failOn, writeStacks: synthesize })).code).toBe(1);
  expect((await report(moreMembers, { failOn, writeStacks: synthesize })).code).toBe(0);
  expect(await report(replaced, { failOn })).toMatchObject({
    code: 2,
    stderr: "--fail-on replacement looks at the clouds: leave --no-clouds out\n",
  });
});

test("an earlier file with mistakes is no Terraform, so the clouds are not compared, and a gate on them does not pass", async () => {
  const broken = old.replace("group: leads, clusterRole: view", "group: nobody, clusterRole: view");
  const answer = await report(moreMembers, { writeStacks: synthesize, failOn: ["replacement"] }, broken);
  expect(answer.stdout).toContain("note: What the change does to the clouds is not compared");
  expect(answer.code).toBe(1);
});

test.each([
  [{ format: "csv" }, '--format must be table, markdown or json with --against, got "csv"\n'],
  [{ failOn: ["high"] }, "--fail-on must be widening or replacement with --against: findings are of one file\n"],
] as const)("what a comparison has no use for is one sentence: %j", async (options, stderr) => {
  expect(await report(moreMembers, options)).toMatchObject({ code: 2, stdout: "", stderr });
});
