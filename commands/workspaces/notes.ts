import type { Access } from "../../config/schema/access";
import { variablesInWords } from "../../model/permissions/provider-credentials";
import type { Workspace, WorkspacesPlace } from "../../model/workspaces/workspace";

/** What somebody has to know who makes these workspaces. */
export function notesOf(
  { backend }: Pick<Access, "backend">,
  workspaces: readonly Workspace[],
  { organization, project, prefix }: WorkspacesPlace,
): string[] {
  const local = workspaces.filter(({ execution }) => execution === "local");
  const toApiServer = workspaces.filter(
    ({ execution, reachesApiServer }) => execution === "remote" && reachesApiServer,
  );
  const written = `backend: { type: cloud, organization: ${organization}, project: ${project}, prefix: ${prefix} }`;
  return [
    ...(backend.type === "cloud" ? [] : [`Before you deploy, write ${written} into the access file.`]),
    ...(toApiServer.length === 0 ? [] : [ofKubernetes(toApiServer)]),
    ...workspaces.flatMap(({ stack, credentials }) =>
      credentials.map(
        (one) =>
          `${stack} signs in at ${one.where}, where HCP Terraform has no dynamic credentials: its workspace needs sensitive environment variables: ${variablesInWords(one)}.`,
      ),
    ),
    ...local.map(
      ({ stack, missingOnRunner }) =>
        `${stack} runs on your machine, because a runner does not have ${missingOnRunner.join(" and ")}. Its workspace only keeps the state.`,
    ),
  ];
}

const ofKubernetes = (stacks: readonly Workspace[]) =>
  `No workspace has dynamic credentials for Kubernetes. They would need the one OIDC provider that an EKS cluster takes, and your people sign in through that one. ${stacks.map(({ stack }) => stack).join(", ")}: Terraform makes a token from the AWS credentials of the run, so give each AWS role an access entry on the cluster.`;
