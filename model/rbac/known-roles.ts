import { onceFor } from "../once-for";
import type { PolicyRule } from "./policy-rule";
import type { KnownRoles } from "./role-dangers";

/** Entries under `roles`, also of a file that still holds mistakes. */
export type RoleEntries = Readonly<
  Record<
    string,
    {
      readonly existing?: unknown;
      readonly allow?: readonly unknown[] | undefined;
      readonly rules?: readonly RuleEntry[];
    }
  >
>;

interface RuleEntry {
  readonly verbs: readonly unknown[];
  readonly apiGroups?: readonly unknown[] | undefined;
  readonly resources?: readonly unknown[] | undefined;
  readonly resourceNames?: readonly unknown[] | undefined;
}

/** What entries under `roles` say; what is no text is skipped. The same rules each time, since those are judged once. */
export const knownRoles = onceFor(
  (roles: RoleEntries): KnownRoles =>
    new Map(
      Object.entries(roles).map(([name, { existing, allow, rules = [] }]) => [
        name,
        { existing: existing === true, allow: texts(allow), rules: rules.map(ruleOf) },
      ]),
    ),
);

const texts = (list: readonly unknown[] = []) => list.filter((item) => typeof item === "string");

const ruleOf = ({ verbs, apiGroups, resources, resourceNames }: RuleEntry): PolicyRule => ({
  verbs: texts(verbs),
  apiGroups: texts(apiGroups),
  resources: texts(resources),
  resourceNames: texts(resourceNames),
});
