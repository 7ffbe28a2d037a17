import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { builtInRoles, builtInRules, systemRolesForPeople } from "../model/rbac/built-in-roles";
import type { Danger } from "../model/rbac/danger";
import { dangers } from "../model/rbac/dangers";
import { dangersIn } from "../model/rbac/role-dangers";
import { parseAccess } from "./load";
import { markdownTable } from "./markdown-table";
import { InvalidAccessFile } from "./mistake";
import { warningsOf } from "./warnings";

export const dangersPageFile = join(__dirname, "..", "docs", "dangers.md");

const tenant = "8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11";

/** What `check` does about a grant: asked of the program itself, so that this page cannot say otherwise. */
function outcome(grant: object, roles: object): string {
  const cluster = { eks: { name: "prod", region: "eu-central-1" }, grants: [{ group: "devs", ...grant }] };
  const login = { username: { claim: "oid" }, groups: { emit: "assigned" } };
  const file = JSON.stringify({
    tenant,
    login,
    groups: { devs: { members: ["ada@contoso.com"] } },
    clusters: { prod: cluster },
    roles,
  });
  try {
    const { warnings, advice } = warningsOf({ ...parseAccess(file, "access.yaml"), directory: "/" });
    const ofRoles = warnings.filter(({ rule }) => !["outside-namespaces", "open-to-others"].includes(rule));
    if (ofRoles.length > 0) return "warned";
    return advice.some(({ rule }) => rule === "edit-in-namespaces") ? "advice" : "—";
  } catch (error) {
    if (error instanceof InvalidAccessFile) return "refused";
    throw error;
  }
}

const places = {
  everywhere: {},
  inNamespaces: { namespaces: ["team-a"] },
  inSystem: { namespaces: ["kube-system"] },
} as const;

function ownColumn({ requests, name }: Danger, place: object): string {
  const [request] = requests;
  if (request === undefined) return "—";
  const { apiGroup, resources, verbs, names } = request;
  const rule = { apiGroups: [apiGroup], resources: resources.slice(0, 1), verbs: verbs.slice(0, 1) };
  const rules = [{ ...rule, resourceNames: names?.slice(0, 1) }];
  const without = outcome({ clusterRole: "own", ...place }, { own: { rules } });
  return without === "refused" ? `refused until \`${name}\`` : without;
}

function builtInColumn({ name }: Danger, place: object): string {
  const holders = builtInRoles.filter((role) =>
    dangersIn(builtInRules(role) ?? []).some(({ danger }) => danger.name === name),
  );
  const found = holders.map((role) => ({ role, told: outcome({ clusterRole: role, ...place }, {}) }));
  const named = found.filter(({ role }) => !role.startsWith("system:"));
  const system = found.filter(({ role, told }) => role.startsWith("system:") && told === "refused").length;
  return (
    [
      ...named.map(({ role, told }) => `\`${role}\` ${told === "—" ? "as it says" : told}`),
      ...(system === 0 ? [] : [`${String(system)} of \`system:\` refused`]),
    ].join(", ") || "no such role"
  );
}

const requestsOf = ({ requests }: Danger) =>
  requests
    .map(({ apiGroup, resources, verbs, names = [] }) => {
      const objects = names.length === 0 ? "" : ` (${names.join(", ")})`;
      return `${verbs.join(", ")}: ${resources.map((one) => (apiGroup === "" ? one : `${apiGroup}/${one}`)).join(", ")}${objects}`;
    })
    .map((one) => `\`${one}\``)
    .join("<br>");

/** docs/dangers.md, as it is committed. */
export function dangersPage(): string {
  const outcomes = dangers.map((danger) => [
    `\`${danger.name}\``,
    ...Object.values(places).map((place) => ownColumn(danger, place)),
    ...Object.values(places).map((place) => builtInColumn(danger, place)),
  ]);
  const amounts = dangers.map((danger) => [
    `\`${danger.name}\``,
    requestsOf(danger),
    `people ${danger.everywhere}`,
    danger.inNamespaces === undefined ? "nothing" : `people ${danger.inNamespaces}`,
    danger.takesOver ? "yes" : "no",
    danger.kubernetes,
    danger.source,
  ]);
  const forPeople = [...systemRolesForPeople].map(([role, what]) => [`\`${role}\``, what]);
  return `# Dangers of roles

Made of \`model/rbac/dangers.ts\` by \`npm run docs\`; what \`check\` does is asked of \`check\`. [Decision 18](decisions/0018-dangers-are-one-table.md) says why.

## What \`check\` does

Each danger alone in a role, granted on the whole cluster, in another namespace, and in \`kube-system\`. \`refused until\` names the word of \`allow\`, in the file or in the role. \`advice\` is the line at the end, not a warning.

${markdownTable(["danger", "own role, whole cluster", "own, in a namespace", "own, in kube-system", "built-in, whole cluster", "built-in, in a namespace", "built-in, in kube-system"], outcomes)}

## What each is

"Takes over": whoever has it on a whole cluster can get the rights of \`cluster-admin\`.

${markdownTable(["danger", "any one of these requests", "on the whole cluster", "in a namespace", "takes over", "Kubernetes", "source"], amounts)}

## Roles of Kubernetes that begin with \`system:\`

Refused but for these:

${markdownTable(["role", "what it does"], forPeople)}
`;
}

if (require.main === module) writeFileSync(dangersPageFile, dangersPage());
