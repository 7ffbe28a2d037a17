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
      ...named.map(({ role, told }) => `\`${role}\` ${told === "—" ? "passes" : told}`),
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

A danger is a rule that lets people take more rights than it says: [how to write a role](roles.md#dangerous-rules). [Decision 18](decisions/0018-dangers-are-one-table.md) says why they are one table.

\`npm run docs\` makes this page of \`model/rbac/dangers.ts\`, and runs \`check\` for the first table.

## What \`check\` does

The first three columns are for your own roles, the last three for roles that Kubernetes has built in. "A namespace" is any but \`kube-system\`.

- "refused until" names what to write under \`allow\`, in the role or in the file.
- "advice" is in the last line of \`check\`, and is [no warning](warnings.md#advice).
- "passes" and "—" mean that \`check\` says nothing.
- "3 of \`system:\` refused": three roles that begin with \`system:\` have this danger, and \`check\` refuses them all.

${markdownTable(["danger", "own role, whole cluster", "own, in a namespace", "own, in kube-system", "built-in, whole cluster", "built-in, in a namespace", "built-in, in kube-system"], outcomes)}

## What each is

"Takes over": whoever has it on a whole cluster can get the rights of \`cluster-admin\`. A request is written as verbs, a colon, and resources with their API group.

${markdownTable(["danger", "any one of these requests", "on the whole cluster", "in a namespace", "takes over", "Kubernetes", "source"], amounts)}

## Roles of Kubernetes that begin with \`system:\`

Refused but for these:

${markdownTable(["role", "what it does"], forPeople)}
`;
}

if (require.main === module) writeFileSync(dangersPageFile, dangersPage());
