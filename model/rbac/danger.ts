import type { DangerName } from "../../config/schema/allow";
import type { PolicyRule } from "./policy-rule";
import { allows, has } from "./verdict";

/** Requests of which each alone is the danger. */
export interface DangerousRequests {
  readonly apiGroup: string;
  /** With a subresource behind a slash. */
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /**
   * The objects that matter.
   *
   * @default - any
   */
  readonly names?: readonly string[];
}

/** What lets people take more rights than a rule says. */
export interface Danger {
  /** The word of `allow` that lifts it. */
  readonly name: DangerName;
  /** What people do with it on the whole cluster; goes on from "people". */
  readonly everywhere: string;
  /**
   * What people do with it in the namespaces of a grant; goes on from "people", "there" are the namespaces.
   *
   * @default - nothing: it is in no namespace, or only in kube-system
   */
  readonly inNamespaces?: string;
  /** Whether it alone, on the whole cluster, leads to the rights of cluster-admin. */
  readonly takesOver: boolean;
  /** Whether a rule that names its objects is a danger too: one object is enough. */
  readonly oneIsEnough: boolean;
  readonly requests: readonly DangerousRequests[];
  /** Versions of Kubernetes in which it holds. */
  readonly kubernetes: string;
  readonly source: string;
}

/** Whether a rule allows what is dangerous. */
export function holds(rule: PolicyRule, { requests, oneIsEnough }: Danger): boolean {
  return requests.some(({ apiGroup, resources, verbs, names }) => {
    // Most rules are done with here, without a question for each resource.
    const asked = has(rule.apiGroups, apiGroup) ? verbs.filter((verb) => has(rule.verbs, verb)) : [];
    if (asked.length === 0) return false;
    const any = oneIsEnough ? (rule.resourceNames ?? []).slice(0, 1) : [];
    const objects = names ?? [undefined, ...any];
    return objects.some((name) =>
      resources.some((resource) =>
        asked.some((verb) => allows(rule, { verb, resource, apiGroup, ...(name === undefined ? {} : { name }) })),
      ),
    );
  });
}

/** Whether a rule allows everything with every resource, as that of cluster-admin does. */
export function isEverything({ verbs, apiGroups, resources }: PolicyRule): boolean {
  return [verbs, apiGroups, resources].every((list) => list?.includes("*") ?? false);
}
