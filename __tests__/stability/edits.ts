import { tenant } from "../access-text";
import { synth } from "../synth";
import { changesBetween } from "./addresses";

export const file = `
tenant: ${tenant}
login: { name: eks }
groups:
  admins: { members: [ada@contoso.com] }
  devs: { displayName: Developers, members: [bob@contoso.com, carol@contoso.com] }
attributes: { team: {}, picture: {} }
users:
  ada@contoso.com: { attributes: { team: a } }
  bob@contoso.com: { attributes: { team: b } }
roles:
  logs: { rules: [{ apiGroups: [""], resources: [pods/log], verbs: [get] }] }
  nodes: { rules: [{ apiGroups: [""], resources: [nodes], verbs: [list] }] }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    requiredClaims: { tid: ${tenant} }
    grants:
      - { group: admins, clusterRole: cluster-admin }
      - { group: devs, clusterRole: view, namespaces: [team-a, team-b] }
  stage:
    eks: { name: stage-eks, region: eu-central-1 }
    grants: [{ group: devs, clusterRole: edit }, { group: devs, role: logs, namespaces: [team-a] }]
`;
const before = synth(file);

/** The file with these texts replaced; each must stand there exactly once. */
export function edited(...replaced: readonly (readonly [from: string, to: string])[]): string {
  return replaced.reduce((text, [from, to]) => {
    const parts = text.split(from);
    if (parts.length !== 2) throw new Error(`${JSON.stringify(from)} stands ${String(parts.length - 1)} times`);
    return parts.join(to);
  }, file);
}

/**
 * An edit of the access file, and everything of which Terraform is told something else afterwards: `+` new, `-` gone,
 * `~` changed. Whatever is not listed is the same to the byte.
 */
export type Edit = readonly [edit: string, text: string, changes: readonly string[]];

export function describeEdits(edits: readonly Edit[]): void {
  test.each(edits)("%s", (_, text, changes) => {
    expect(changesBetween(before, synth(text))).toEqual(changes);
  });
}
