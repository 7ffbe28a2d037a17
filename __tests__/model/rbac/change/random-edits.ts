import { AccessSchema, type Access } from "../../../../config/schema/access";
import { tenant } from "../../../access-text";

/** Numbers that are the same for the same seed: mulberry32. */
export class Chance {
  constructor(private state: number) {}

  below(bound: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * bound);
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  some<T>(list: readonly T[], most: number): T[] {
    return [...new Set(Array.from({ length: 1 + this.below(most) }, () => this.of(list)))];
  }
}

interface Written {
  tenant: string;
  login: { assignment: string; groups: { emit: string } };
  attributes: object;
  guests: string[];
  users: Record<string, object>;
  groups: Record<string, { members?: string[]; groups?: string[]; existing?: true; rule?: string }>;
  roles: Record<string, object>;
  portal: WrittenPortal;
  clusters: Record<string, { eks: object; state: string; requiredClaims: object; grants: WrittenGrant[] }>;
}

interface WrittenPortal {
  cluster: string;
  url: string;
  namespace: string;
  version: string;
  groups: { admin: string };
}

interface WrittenGrant {
  group: string;
  clusterRole?: string;
  role?: string;
  namespaces?: string[];
}

const people = ["ada", "bob", "carol", "linus"].map((name) => `${name}@contoso.com`);
const members = [...people, "gus@fabrikam.com"];
export const namespaces = ["team-a", "team-b"];
const roleNames = ["one", "two", "three", "theirs"];
const clusterRoles = [
  "view",
  "edit",
  "admin",
  "cluster-admin",
  "system:public-info-viewer",
  "system:monitoring",
  ...roleNames,
  ...roleNames,
];

function rule(chance: Chance): object {
  if (chance.below(6) === 0) {
    return {
      nonResourceURLs: chance.some(["/metrics", "/logs/*", "/logs/x", "*", "/healthz"], 2),
      verbs: chance.some(["get", "*"], 1),
    };
  }
  if (chance.below(6) === 0) {
    return { apiGroups: [""], resources: ["namespaces"], verbs: ["get"], resourceNames: chance.some(namespaces, 2) };
  }
  const named = chance.below(4) === 0 ? { resourceNames: chance.some(["web", "db"], 2) } : {};
  return {
    apiGroups: chance.some(["", "apps", "*"], 2),
    resources: chance.some(
      ["pods", "pods/log", "deployments", "deployments/scale", "*/scale", "nodes", "secrets", "*"],
      3,
    ),
    verbs: chance.some(["get", "list", "create", "delete", "*"], 3),
    ...named,
  };
}

const role = (chance: Chance) => ({ rules: Array.from({ length: 1 + chance.below(3) }, () => rule(chance)) });

function grant(chance: Chance, groups: readonly string[]): WrittenGrant {
  const group = chance.of(groups);
  const where = chance.some(namespaces, 2);
  if (chance.below(5) === 0) return { group, role: chance.of(roleNames), namespaces: where };
  return { group, clusterRole: chance.of(clusterRoles), ...(chance.below(2) === 0 ? {} : { namespaces: where }) };
}

function file(chance: Chance): Written {
  const keys = ["devs", "ops", "leads", "theirs", "ruled"];
  return {
    tenant,
    login: {
      assignment: chance.of(["required", "optional"]),
      groups: { emit: chance.of(["security", "security", "assigned"]) },
    },
    attributes: { team: {} },
    guests: ["gus@fabrikam.com"],
    users: { "ada@contoso.com": { attributes: { team: "a" } }, "linus@contoso.com": {} },
    groups: {
      devs: { members: chance.some(members, 4), groups: chance.below(2) === 0 ? ["leads"] : [] },
      ops: { members: chance.some(members, 4), groups: chance.below(2) === 0 ? ["theirs"] : [] },
      leads: { members: chance.some(members, 3) },
      theirs: { existing: true, members: chance.some(members, 1) },
      ruled: { rule: 'user.department -eq "IT"' },
    },
    roles: { one: role(chance), two: role(chance), three: role(chance), theirs: { existing: true } },
    portal: {
      cluster: "prod",
      url: "https://portal.contoso.com",
      namespace: chance.of(namespaces),
      version: "3.15",
      groups: { admin: chance.of(keys) },
    },
    clusters: Object.fromEntries(
      ["prod", "stage"].map((name) => [
        name,
        {
          eks: { name, region: "eu-central-1" },
          state: "present",
          requiredClaims: chance.below(4) === 0 ? { team: "a" } : {},
          grants: Array.from({ length: chance.below(8) }, () => grant(chance, [...keys, "devs", "devs", "ops"])),
        },
      ]),
    ),
  };
}

type Edit = (written: Written, chance: Chance) => void;
const cluster = ({ clusters }: Written, chance: Chance) => chance.of(Object.values(clusters));
const group = ({ groups }: Written, chance: Chance) =>
  chance.of(Object.values(groups).filter(({ members }) => members));

/** What somebody may do to an access file, by name. */
export const edits: Readonly<Record<string, Edit>> = {
  "add a member": (file, chance) => group(file, chance).members?.push(chance.of([...members, "nora@contoso.com"])),
  "remove a member": (file, chance) => group(file, chance).members?.splice(0, 1),
  "move a member": (file, chance) => {
    const moved = group(file, chance).members?.splice(0, 1) ?? [];
    group(file, chance).members?.push(...moved);
  },
  "add a grant": (file, chance) => cluster(file, chance).grants.push(grant(chance, Object.keys(file.groups))),
  "remove a grant": (file, chance) => cluster(file, chance).grants.splice(0, 1),
  "change a grant": (file, chance) =>
    cluster(file, chance).grants.splice(0, 1, grant(chance, Object.keys(file.groups))),
  "grant on the whole cluster": (file, chance) => {
    for (const one of cluster(file, chance).grants) if (one.clusterRole !== undefined) delete one.namespaces;
  },
  "grant in one namespace": (file, chance) => {
    for (const one of cluster(file, chance).grants) one.namespaces = [chance.of(namespaces)];
  },
  "change a role": (file, chance) => (file.roles[chance.of(["one", "two", "three"])] = role(chance)),
  "leave a role to the clusters": (file, chance) => (file.roles[chance.of(roleNames)] = { existing: true }),
  "write a role's rules": (file, chance) => (file.roles["theirs"] = role(chance)),
  "nest a group": (file) => (file.groups["devs"]!.groups = ["leads", "ruled"]),
  "nest no group": (file) => (file.groups["devs"]!.groups = []),
  "let everybody sign in": (file) => (file.login.assignment = "optional"),
  "let assigned people sign in": (file) => (file.login.assignment = "required"),
  "list assigned groups": (file) => (file.login.groups.emit = "assigned"),
  "require a claim": (file, chance) => (cluster(file, chance).requiredClaims = { team: "b" }),
  "require no claim": (file, chance) => (cluster(file, chance).requiredClaims = {}),
  "somebody leaves": (file) => (file.users["linus@contoso.com"] = { left: true }),
  "take a cluster down": (file, chance) => (cluster(file, chance).state = "absent"),
  "remove a cluster": (file) => delete file.clusters["stage"],
  "add a cluster": (file) =>
    (file.clusters["test"] = { ...structuredClone(file.clusters["prod"]!), eks: { name: "t", region: "eu-west-1" } }),
  "replace the portal's administrators": (file, chance) =>
    (file.portal.groups.admin = chance.of(Object.keys(file.groups))),
  "move the portal": (file, chance) => (file.portal.namespace = chance.of(namespaces)),
  "replace a rule": (file) => (file.groups["ruled"] = { rule: 'user.department -eq "HR"' }),
};

/** A file and what becomes of it; rules are left aside, so that more can be said than a file may. */
export function randomEdit(seed: number): {
  readonly before: Access;
  readonly after: Access;
  readonly names: string[];
} {
  const chance = new Chance(seed);
  const written = file(chance);
  const before = AccessSchema.parse(structuredClone(written));
  const kinds = Object.keys(edits);
  // Every kind has its turn.
  const names = [kinds[seed % kinds.length]!, ...chance.some(kinds, 2).slice(1)];
  for (const name of names) edits[name]?.(written, chance);
  return { before, after: AccessSchema.parse(written), names };
}
