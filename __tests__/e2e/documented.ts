import { withTenant } from "../access-text";

/** A command of the documents with the access file that it is run with, and what people may do afterwards. */
export interface Step {
  readonly title: string;
  readonly file: string;
  /** To the letter as the documents have it. */
  readonly command: string;
  /**
   * Who may list pods in team-a on the cluster, and who may not.
   *
   * @default - the cluster is not asked
   */
  readonly may?: Readonly<Record<string, "yes" | "no">>;
}

interface Parts {
  readonly login?: string;
  readonly groups?: string;
  readonly grants?: string;
  readonly more?: string;
}

const devs = "devs: { members: [ada@contoso.com] }";
const toDevs = "{ group: devs, clusterRole: edit, namespaces: [team-a] }";

/** The versions are those of the mirrors here. */
function file({ login = "{}", groups = devs, grants = toDevs, more = "" }: Parts = {}): string {
  return withTenant(`
login: ${login}
groups: { ${groups} }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants: [${grants}]
terraform: { providers: { aws: ">= 5.0" } }
${more}`);
}

const two = `${devs}, ops: { members: [bob@contoso.com] }`;
const three = `${devs}, ops: { members: [bob@contoso.com, carol@contoso.com] }`;
const all = `${devs}, ops: { members: [bob@contoso.com, carol@contoso.com, gus@fabrikam.com, nora@contoso.com] }`;
const toBoth = `${toDevs}, { group: ops, clusterRole: view }`;
const toAll = `${toBoth}, { group: ops, role: lister, namespaces: [team-a] }`;
const role = 'roles: { lister: { rules: [{ apiGroups: [""], resources: [configmaps], verbs: [list] }] } }\n';
const nora = "nora@contoso.com: { create: { displayName: Nora } }";
const come = `guests: [gus@fabrikam.com]\nusers: { ${nora} }\n`;
const given = `attributes: { team: {} }\nguests: [gus@fabrikam.com]\nusers: { ${nora}, ada@contoso.com: { attributes: { team: a } } }\n`;
const cleared = given
  .replace("{ team: {} }", "{ team: { retired: true } }")
  .replace("{ attributes: { team: a } }", "{}");
const portal =
  'portal: { cluster: prod, url: https://portal.example.com, namespace: krci, version: "3.15", groups: { admin: devs } }\n';
const moved = "backend: { type: local, directory: moved }\n";
const guests = "{ guests: true }";
const unprotected = "{ guests: true, protect: false }";
const full = { login: guests, groups: all, grants: toAll };
const client =
  "clients: { headlamp: { preset: headlamp, cluster: prod, url: https://headlamp.example.com, namespace: headlamp } }\n";
const withEverything = file({ ...full, more: role + given + portal });
/** Everybody, every namespace and every stack that one of the files names. */
export const withClient = withEverything + client;
const peopleAndRbac = "npx cdktf deploy '{users,people,rbac-prod}'";
const people = "npx cdktf deploy '{users,people}'";
const attributes = "npx cdktf deploy '{users,people,login,attributes}'";
const withPortal = "npx cdktf deploy '{users,people,login,portal}'";
const everything = "npx cdktf deploy '*'";

/** A first deployment of everything, and then what an operator adds to it. */
export const additions: readonly Step[] = [
  { title: "deploy everything", file: file(), command: everything, may: { "ada@contoso.com": "yes" } },
  { title: "look at an output", file: file(), command: "npx cdktf output login" },
  {
    title: "add a group",
    file: file({ groups: two, grants: toBoth }),
    command: peopleAndRbac,
    may: { "ada@contoso.com": "yes", "bob@contoso.com": "yes", "carol@contoso.com": "no" },
  },
  {
    title: "add somebody",
    file: file({ groups: three, grants: toBoth }),
    command: people,
    may: { "carol@contoso.com": "yes" },
  },
  {
    title: "give a group another role, by the command that a report names",
    file: file({ groups: three, grants: toBoth.replace("edit", "admin") }),
    command: "npx cdktf deploy rbac-prod --ignore-missing-stack-dependencies",
    may: { "ada@contoso.com": "yes", "carol@contoso.com": "yes" },
  },
  {
    title: "take somebody out of a group and narrow a grant, by the command that a report names",
    file: file({ groups: two, grants: toBoth }),
    command: "npx cdktf deploy people rbac-prod",
    may: { "ada@contoso.com": "yes", "carol@contoso.com": "no" },
  },
  {
    title: "invite a guest and make a person: the stack users is new",
    file: file({ login: guests, groups: all, grants: toBoth, more: come }),
    command: people,
    may: { "nora@contoso.com": "yes" },
  },
  { title: "make a role", file: file({ ...full, more: role + come }), command: peopleAndRbac },
  { title: "give people attributes", file: file({ ...full, more: role + given }), command: attributes },
  { title: "add a portal", file: withEverything, command: withPortal },
  {
    title: "rotate its secret from a schedule",
    file: withEverything,
    command: "npx cdktf deploy portal --ignore-missing-stack-dependencies",
  },
  {
    title: "add a client",
    file: withClient,
    command: "npx cdktf deploy '{users,people,login,client-headlamp}'",
  },
  {
    title: "rotate its secret from a schedule",
    file: withClient,
    command: "npx cdktf deploy client-headlamp --ignore-missing-stack-dependencies",
  },
  { title: "take the client away", file: withClient, command: "npx cdktf destroy client-headlamp" },
  {
    title: "take everything away",
    file: file({ ...full, login: unprotected, more: role + given + portal }),
    command: "npx cdktf destroy '*'",
  },
];

/** A first deployment of all that can be added, and then what an operator takes away. */
export const removals: readonly Step[] = [
  {
    title: "deploy everything",
    file: withEverything,
    command: everything,
    may: { "ada@contoso.com": "yes", "bob@contoso.com": "yes", "carol@contoso.com": "yes", "nora@contoso.com": "yes" },
  },
  { title: "clear attributes", file: file({ ...full, more: role + cleared + portal }), command: attributes },
  {
    title: "take the portal away",
    file: file({ ...full, more: role + come + portal }),
    command: "npx cdktf destroy portal",
  },
  {
    title: "and its redirect",
    file: file({ ...full, more: role + come }),
    command: "npx cdktf deploy '{users,people,login}'",
  },
  {
    title: "take somebody out, with the rights for people alone",
    file: file({ login: guests, groups: two, grants: toBoth, more: come }),
    command: "npx cdktf deploy people --ignore-missing-stack-dependencies",
    may: { "carol@contoso.com": "no", "bob@contoso.com": "yes" },
  },
  {
    title: "somebody leaves",
    file: file({
      login: guests,
      groups: two,
      grants: toBoth,
      more: come.replace("{ create: { displayName: Nora } }", "{ left: true }"),
    }),
    command: "npx cdktf deploy '{users,people,login,attributes,leavers}'",
  },
  {
    title: "put the states elsewhere",
    file: file({ groups: two, grants: toBoth, more: `guests: [gus@fabrikam.com]\n${moved}` }),
    command: "npx cdktf deploy '*' --migrate-state",
    may: { "bob@contoso.com": "yes" },
  },
  {
    title: "take a cluster out",
    file: file({ groups: two, grants: toBoth, more: moved }).replace("    grants:", "    state: absent\n    grants:"),
    command: "npx cdktf deploy rbac-prod eks-prod",
  },
  {
    title: "take everything away",
    file: file({ login: "{ protect: false }", groups: two, grants: toBoth, more: moved }),
    command: "npx cdktf destroy '*'",
  },
];

const assigned = "{ groups: { emit: assigned }, kubectl: confidential, protect: false }";
const public_ = assigned.replace("confidential", "public");

/** The same commands where nothing is deployed yet: what they name is enough to begin with. */
export const first: readonly Step[] = [
  { title: "people and RBAC first", file: file({ login: assigned }), command: peopleAndRbac },
  {
    title: "a portal before any cluster trusts the login",
    file: file({ login: assigned, more: portal }),
    command: withPortal,
  },
  {
    title: "a group that is assigned",
    file: file({ login: assigned, groups: two, grants: toBoth, more: portal }),
    command: "npx cdktf deploy '{users,people,login,rbac-prod}'",
  },
  {
    title: "then everything",
    file: file({ login: assigned, groups: two, grants: toBoth, more: portal }),
    command: everything,
    may: { "ada@contoso.com": "yes", "bob@contoso.com": "yes" },
  },
  {
    title: "look at a plan",
    file: file({ login: assigned, groups: two, grants: toBoth, more: portal }),
    command: "npx cdktf diff people",
  },
  {
    title: "a group that is made anew",
    file: file({
      login: assigned,
      groups: two.replace("ops: {", "ops: { protected: true,"),
      grants: toBoth,
      more: portal,
    }),
    command: "npx cdktf deploy '{users,people,login,rbac-*}'",
    may: { "bob@contoso.com": "yes" },
  },
  {
    title: "kubectl without a secret again: first its stack goes",
    file: file({ login: assigned, more: portal }),
    command: "npx cdktf destroy credentials",
  },
  {
    title: "take everything away",
    file: file({ login: public_, more: portal }),
    command: "npx cdktf destroy '*'",
  },
];
