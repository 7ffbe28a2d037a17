import type { Access } from "../../config/schema/access";
import type { ProviderCredentials } from "../permissions/provider-credentials";
import { stackPermissions } from "../permissions/stack-permissions";
import { stacksBefore, stacksRead } from "../states/stacks-read";
import { cloudsOf, credentialVariables, type Cloud, type WorkspaceVariable } from "./dynamic-credentials";
import { missingOnRunner } from "./missing-on-runner";
import { runSubject } from "./run-subject";

/** A workspace of HCP Terraform or Terraform Enterprise: one for each stack. */
export interface Workspace {
  readonly stack: string;
  readonly name: string;
  /** Folder of the stack in a repository that holds what `cdktf synth` wrote; for VCS-driven runs alone. */
  readonly workingDirectory: string;
  /** `local`: the workspace only keeps the state, and you run Terraform where everything is that the stack needs. */
  readonly execution: "remote" | "local";
  /** What a runner lacks, if runs are `local`. */
  readonly missingOnRunner: readonly string[];
  /** The stacks whose outputs it reads. */
  readonly reads: readonly string[];
  /** The stacks that read its outputs, and no others: `remote_state_consumer_ids`. */
  readonly readBy: readonly string[];
  /** The stacks whose first runs end before its own begins. */
  readonly after: readonly string[];
  /** The stacks after whose applies HCP Terraform starts a run here; at most 20 are allowed. None if runs are local. */
  readonly triggeredBy: readonly string[];
  /** Where it signs in with an identity of its own. */
  readonly clouds: readonly Cloud[];
  /** Whether it needs rights on a cluster, and so an access entry for its role in AWS. */
  readonly reachesApiServer: boolean;
  /** Its environment variables. No secret is among them. */
  readonly variables: readonly WorkspaceVariable[];
  /** What you set besides, as sensitive variables: HCP Terraform has no dynamic credentials for it. */
  readonly credentials: readonly ProviderCredentials[];
  /** `sub` of the tokens of its runs, for federated credentials in Entra and trust policies in AWS. */
  readonly subjects: { readonly plan: string; readonly apply: string };
}

/** Where the workspaces are. */
export interface WorkspacesPlace {
  readonly hostname: string;
  readonly organization: string;
  readonly project: string;
  /** Text before the name of a stack in the name of its workspace. */
  readonly prefix: string;
}

/** The workspaces of an access file, each after those that it comes after. */
export function workspacesOf(file: Access, { hostname, organization, project, prefix }: WorkspacesPlace): Workspace[] {
  const access: Access = { ...file, backend: { type: "cloud", hostname, organization, project, prefix } };
  const permissions = stackPermissions(access);
  const stacks = permissions.map(({ stack }) => stack);
  return permissions.map((needed) => {
    const { stack } = needed;
    const name = `${prefix}${stack}`;
    const missing = missingOnRunner(access, stack);
    const runsHere = missing.length === 0;
    const after = stacksBefore(access, stack);
    const subject = (phase: "plan" | "apply") => runSubject({ organization, project, workspace: name }, phase);
    return {
      stack,
      name,
      workingDirectory: `cdktf.out/stacks/${stack}`,
      execution: runsHere ? "remote" : "local",
      missingOnRunner: missing,
      reads: stacksRead(access, stack),
      readBy: stacks.filter((other) => stacksRead(access, other).includes(stack)),
      after,
      triggeredBy: runsHere ? after : [],
      clouds: runsHere ? cloudsOf(needed) : [],
      reachesApiServer: needed.apply.kubernetes.length > 0,
      variables: runsHere ? credentialVariables(needed, access.tenant) : [],
      credentials: runsHere ? needed.credentials : [],
      subjects: { plan: subject("plan"), apply: subject("apply") },
    };
  });
}
