import { parseAccess } from "../config/load";
import { InvalidAccessFile } from "../config/mistake";
import type { Access } from "../config/schema/access";

export const tenant = "8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11";

/** An access file with the tenant and the given lines below it; a leading line break is dropped. */
export function withTenant(lines: string): string {
  return `tenant: ${tenant}\n${lines.replace(/^\n/, "")}`;
}

/**
 * A file with one cluster, whose grants are the given flow list.
 *
 * @param roles the roles beside those of Kubernetes, as a flow map
 */
export function withGrants(
  grants: string,
  groups = "{ devs: { members: [ada@contoso.com] } }",
  roles?: string,
): string {
  return withTenant(`
groups: ${groups}
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants: ${grants}
${roles === undefined ? "" : `roles: ${roles}\n`}`);
}

/** A role that lets read the logs of pods, as a flow map. */
export const logReader = '{ rules: [{ apiGroups: [""], resources: [pods, pods/log], verbs: [get, list] }] }';

export function accessOf(text: string): Access {
  return parseAccess(text, "access.yaml").access;
}

/** Every mistake of an access file, as the operator reads it. */
export function mistakesIn(text: string): string[] {
  try {
    parseAccess(text, "access.yaml");
    return [];
  } catch (error) {
    if (error instanceof InvalidAccessFile) return error.message.split("\n");
    throw error;
  }
}
