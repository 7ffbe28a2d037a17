/** What lets people take more rights than a rule says, each by the word of `allow` that lifts it. What each is: `model/rbac/dangers.ts`. */
export const dangerNames = [
  ...(["wildcards", "bind", "escalate", "impersonate", "read-secrets"] as const),
  ...(["service-account-tokens", "exec", "nodes-proxy", "workloads", "certificates", "admission"] as const),
  ...(["api-services", "aws-auth", "persistent-volumes", "label-namespaces"] as const),
] as const;

export type DangerName = (typeof dangerNames)[number];

/** Every word of the file's own `allow`. */
export const allowed = [
  "replace-association",
  "existing-cluster-admin",
  "delete-users",
  "take-over-users",
  ...dangerNames,
] as const;
