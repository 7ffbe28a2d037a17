import { parseAccess, ruleName, rules } from "../config/load";
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

/** Whatever an access file includes has nothing in it. */
const files = { nameOf: (path: string) => path, read: () => "" };

export function accessOf(text: string): Access {
  return parseAccess(text, "access.yaml", { files }).access;
}

/** Every mistake of an access file, as the operator reads it. */
export function mistakesIn(text: string): string[] {
  try {
    parseAccess(text, "access.yaml", { files });
    return [];
  } catch (error) {
    if (!(error instanceof InvalidAccessFile)) throw error;
    refuseUntold(error);
    return error.message.split("\n");
  }
}

/** What the reference tells of, by the name of the rule: a pattern of the keys that it names. */
const told = new Map(rules.map((rule) => [ruleName(rule), Object.keys(rule.brings ?? {}).map(patternOf)] as const));

function patternOf(key: string): RegExp {
  const parts = key.split(/\.|(?=\[\])/).map((part) => {
    if (part === "[]") return "\\[\\d+\\]";
    return part === "*" ? '(\\.[\\w-]+|\\[".*"\\])' : `\\.${part}`;
  });
  return new RegExp(`^${parts.join("").replace(/^\\\./, "")}(\\[\\d+\\])?$`);
}

/** Whatever a test sees a rule refuse, the reference tells at that key. */
function refuseUntold({ mistakes }: InvalidAccessFile): void {
  const untold = mistakes.find(({ rule, path }) => told.get(rule)?.some((key) => key.test(path)) === false);
  if (untold !== undefined) throw new Error(`the rule ${untold.rule} does not say that it judges ${untold.path}`);
}
