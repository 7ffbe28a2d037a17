import type { Phase } from "../permissions/need";
import type { StackPermissions } from "../permissions/stack-permissions";

/** Clouds that a run signs in to without a stored secret. Kubernetes is none of them: it would need the one OIDC provider that EKS takes. */
export type Cloud = "azure" | "aws";

/** Whose identity an environment variable names: of a plan, of an apply, or of both where they need the same. */
export type RunPhase = Phase | "run";

/** An environment variable of a workspace. It is never a secret. */
export interface WorkspaceVariable {
  readonly key: string;
  /**
   * Its value.
   *
   * @default - the ID of the identity of `cloud` and `phase`, which the access file does not know
   */
  readonly value?: string;
  /**
   * The cloud of the identity that it names: the client ID of an application, or the ARN of a role.
   *
   * @default - it names none
   */
  readonly cloud?: Cloud;
  /**
   * The phases of the identity that it names.
   *
   * @default - it names none
   */
  readonly phase?: RunPhase;
}

/** Source: hashicorp/web-unified-docs, cloud-docs/dynamic-provider-credentials, azure-configuration and aws-configuration. */
const names = { azure: { identity: "CLIENT_ID" }, aws: { identity: "ROLE_ARN" } } as const;

/** The clouds that a stack needs an identity in. */
export function cloudsOf({ apply, stack }: StackPermissions): Cloud[] {
  const ofCluster = /^(eks|rbac)-/.test(stack);
  return [...(ofCluster ? [] : ["azure" as const]), ...(apply.aws.length > 0 ? ["aws" as const] : [])];
}

/** The phases that need an identity of their own in a cloud: one for both where a plan needs all that an apply does. */
function phasesOf({ plan, apply }: StackPermissions, cloud: Cloud): RunPhase[] {
  const graph = ({ graph: needed }: typeof plan) => JSON.stringify(needed.map(({ permission }) => permission));
  // The role of AWS is also who the API server sees.
  const aws = ({ aws: needed, kubernetes }: typeof plan) => JSON.stringify([needed, kubernetes]);
  const of = cloud === "azure" ? graph : aws;
  return of(plan) === of(apply) ? ["run"] : ["plan", "apply"];
}

/** The environment variables that give a workspace its identities. */
export function credentialVariables(permissions: StackPermissions, tenant: string): WorkspaceVariable[] {
  return cloudsOf(permissions).flatMap((cloud) => {
    const name = `TFC_${cloud.toUpperCase()}`;
    return [
      { key: `${name}_PROVIDER_AUTH`, value: "true" },
      ...phasesOf(permissions, cloud).map((phase) => ({
        ...{ key: `${name}_${phase.toUpperCase()}_${names[cloud].identity}`, cloud, phase },
      })),
      ...(cloud === "azure" ? [{ key: "ARM_TENANT_ID", value: tenant }] : []),
    ];
  });
}
