/** One rule of a role: rbac.authorization.k8s.io/v1 PolicyRule. */
export interface PolicyRule {
  readonly verbs: readonly string[];
  /** @default - the rule is not about resources */
  readonly apiGroups?: readonly string[] | undefined;
  /** @default - the rule is not about resources */
  readonly resources?: readonly string[] | undefined;
  /** @default - every object of the resources */
  readonly resourceNames?: readonly string[] | undefined;
  /** @default - the rule is not about URLs */
  readonly nonResourceURLs?: readonly string[] | undefined;
}
