import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Access } from "../config/schema/access";
import { awsCredentials } from "./clusters";
import { cloudEnvironment, initEnvironment } from "./environment";
import type { Sandbox } from "./sandbox";
import { Deployment, type StackEvent } from "./terraform/deployment";
import { cliConfiguration, findMirrors } from "./terraform/provider-mirrors";
import { synthesize } from "./terraform/synthesis";

export interface RehearsalProps {
  readonly sandbox: Sandbox;
  /** Path of Terraform. */
  readonly terraform: string;
  readonly env: NodeJS.ProcessEnv;
  readonly tell: (event: StackEvent) => void;
  /**
   * Ends a running Terraform when it is aborted.
   *
   * @default - Terraform ends by itself
   */
  readonly signal?: AbortSignal;
}

/** The environment of Terraform and kubectl in a sandbox, and the one of `terraform init`. */
export function environments({ props, graph, clusters, proxy, authorityFile }: Sandbox, env: NodeJS.ProcessEnv) {
  const cliConfigurationFile = cliConfigurationOf(props.folder, env);
  const region = Object.values(props.access.clusters)[0]?.eks.region ?? "eu-central-1";
  return {
    init: initEnvironment(env, cliConfigurationFile),
    run: cloudEnvironment(env, {
      seed: props.seed,
      authorityFile,
      cliConfigurationFile,
      graphUrl: graph.url,
      eksUrl: clusters.eks.url,
      proxyUrl: proxy.url,
      aws: { ...awsCredentials, region },
    }),
  };
}

/** Every stack of an access file, ready to be deployed into a sandbox. Its states lie in the sandbox's folder. */
export function rehearse(
  { sandbox, terraform, env, tell, signal }: RehearsalProps,
  access = sandbox.props.access,
): Deployment {
  const { folder } = sandbox.props;
  const { init, run } = environments(sandbox, env);
  return new Deployment({
    stacks: synthesize({ access: rehearsed(access), directory: folder }, join(folder, "cdktf.out")),
    init: { binary: terraform, env: init },
    run: { binary: terraform, env: run, ...(signal === undefined ? {} : { signal }) },
    tell,
  });
}

/** Nothing in a sandbox refuses to be destroyed, and it never touches the states of the real stacks. */
const rehearsed = (access: Access): Access => ({
  ...access,
  login: { ...access.login, protect: false },
  backend: { type: "local", directory: "state" },
});

/** The operator's own CLI configuration if there is one, else the mirrors of this machine. */
function cliConfigurationOf(folder: string, env: NodeJS.ProcessEnv): string {
  const mirrors = findMirrors(env);
  const file = join(folder, "terraform.rc");
  writeFileSync(file, cliConfiguration(mirrors));
  return file;
}
