import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eksClusters } from "../../model/clusters/eks-clusters";
import { awsConfiguration, profilesOf } from "../clusters/aws-configuration";
import { awsCredentials } from "../clusters/clusters";
import { cloudEnvironment, initEnvironment } from "./environment";
import { findProgram, pathOf } from "../machine/program";
import { rehearsedAccess } from "./rehearsed-access";
import type { Sandbox } from "../sandbox";
import { Deployment, type StackEvent } from "./deployment";
import { withOpenTofuMirror } from "./opentofu-mirror";
import { cliConfiguration, findMirrors } from "./provider-mirrors";
import { stacksIn, type WriteStacks } from "./synthesis";

export interface RehearsalProps {
  readonly sandbox: Sandbox;
  /** Path of Terraform. */
  readonly terraform: string;
  readonly env: NodeJS.ProcessEnv;
  readonly writeStacks: WriteStacks;
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
  const mirrors = withOpenTofuMirror(findMirrors(env), join(props.folder, "opentofu-mirror"));
  const cliConfigurationFile = written(props.folder, "terraform.rc", cliConfiguration(mirrors));
  const region = eksClusters(props.access)[0]?.[1].eks.region ?? "eu-central-1";
  return {
    init: initEnvironment(env, cliConfigurationFile),
    run: cloudEnvironment(env, {
      seed: props.seed,
      authorityFile,
      cliConfigurationFile,
      graphUrl: graph.url,
      eksUrl: clusters.eks.url,
      proxyUrl: proxy.url,
      awsConfigurationFile: written(props.folder, "aws-config", awsConfiguration(profilesOf(props.access))),
      home: homeIn(props.folder),
      aws: { ...awsCredentials, region },
    }),
  };
}

/** Every stack of an access file, ready to be deployed into a sandbox. Its states lie in the sandbox's folder. */
export function rehearse(
  { sandbox, terraform, env, writeStacks, tell, signal }: RehearsalProps,
  access = sandbox.props.access,
): Deployment {
  const { folder } = sandbox.props;
  const { init, run } = environments(sandbox, env);
  const ends = signal === undefined ? {} : { signal };
  const awsCli = findProgram("aws", pathOf(env)) !== undefined;
  const inside = rehearsedAccess(access, {
    kubeconfig: (cluster) => sandbox.clusters.apiServers.get(cluster)?.adminKubeconfig ?? join(folder, "no-api-server"),
    proxyUrl: sandbox.proxy.url,
    awsCli,
  });
  for (const [cluster, { eks }] of eksClusters(access)) {
    if (awsCli || eks.credentials !== "exec") continue;
    const note = 'the AWS CLI is not on the PATH: "ephemeral" is used instead of "exec"';
    tell({ stack: `rbac-${cluster}`, phase: "init", outcome: "noted", note });
  }
  const outdir = join(folder, "cdktf.out");
  writeStacks({ access: inside, directory: folder }, outdir);
  return new Deployment({
    stacks: stacksIn(outdir),
    init: { binary: terraform, env: init, ...ends },
    run: { binary: terraform, env: run, providers: sandbox.providers, ...ends },
    tell,
  });
}

/** A folder without anybody's credentials. */
function homeIn(folder: string): string {
  const home = join(folder, "home");
  mkdirSync(home, { recursive: true, mode: 0o700 });
  return home;
}

/** Writes a file of the sandbox; its path. */
function written(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}
