import type { DangerName } from "../../schema/allow";

/** What the dangers of a role come to. `wildcards` is a kind of its own. */
export type DangerFamily = "escalation" | "secrets-readable" | "loosened-protection";

/** To which family each danger belongs. */
export const familyOf: Readonly<Record<Exclude<DangerName, "wildcards">, DangerFamily>> = {
  escalate: "escalation",
  bind: "escalation",
  impersonate: "escalation",
  "read-secrets": "secrets-readable",
  "service-account-tokens": "secrets-readable",
  exec: "secrets-readable",
  "nodes-proxy": "secrets-readable",
  workloads: "secrets-readable",
  certificates: "secrets-readable",
  admission: "secrets-readable",
  "api-services": "secrets-readable",
  "aws-auth": "secrets-readable",
  "persistent-volumes": "loosened-protection",
  "label-namespaces": "loosened-protection",
};
