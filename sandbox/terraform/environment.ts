import { devNull } from "node:os";
import type { DirectorySeed } from "../msgraph/directory-view";

export interface EnvironmentProps {
  readonly seed: DirectorySeed;
  /** File with the certificate authority of the sandbox, PEM. */
  readonly authorityFile: string;
  /** Terraform's CLI configuration. */
  readonly cliConfigurationFile: string;
  readonly graphUrl: string;
  readonly eksUrl: string;
  readonly proxyUrl: string;
  /** Folder of the sandbox that stands for everybody's home. */
  readonly home: string;
  /** AWS configuration file with the profiles of the access file. */
  readonly awsConfigurationFile: string;
  readonly aws: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly region: string };
}

/**
 * What a program needs of a machine, and of nobody's clouds. Everything else stays outside, since whatever a cloud's tools
 * come to read next is not on any list of what to keep out: KUBEBUILDER_ASSETS and TERRAFORM_BINARY_NAME are read before.
 * How tidy a Go program keeps its memory is not a cloud's (GOGC, GOMEMLIMIT).
 */
const needed =
  /^(PATH|PATHEXT|HOME|USERPROFILE|USER|LOGNAME|TMPDIR|TEMP|TMP|LANG|LC_\w+|TZ|SYSTEMROOT|COMSPEC|APPDATA|GOGC|GOMEMLIMIT)$/i;

/** How `terraform init` gets at a registry or a mirror. */
const registry =
  /^(HTTPS?_PROXY|NO_PROXY|SSL_CERT_\w+|TF_CLI_CONFIG_FILE|TF_PLUGIN_CACHE_DIR|TF_REGISTRY_\w+|TF_TOKEN_\w+)$/i;

const only = (env: NodeJS.ProcessEnv, names: RegExp): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => names.test(name)));

/** The environment without anybody's clouds. */
export const bareEnvironment = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => only(env, needed);

/** For `terraform init`, which may reach a registry. */
export function initEnvironment(env: NodeJS.ProcessEnv, cliConfigurationFile: string): NodeJS.ProcessEnv {
  return {
    ...bareEnvironment(env),
    ...only(env, registry),
    TF_CLI_CONFIG_FILE: cliConfigurationFile,
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    CHECKPOINT_DISABLE: "1",
  };
}

/**
 * For Terraform and kubectl: every Microsoft host leads to the sandbox through the proxy, EKS and STS by their endpoint
 * variables, and nothing else is reached.
 */
export function cloudEnvironment(env: NodeJS.ProcessEnv, props: EnvironmentProps): NodeJS.ProcessEnv {
  const { seed, authorityFile, cliConfigurationFile, graphUrl, eksUrl, proxyUrl, awsConfigurationFile, aws, home } =
    props;
  return {
    ...initEnvironment(bareEnvironment(env), cliConfigurationFile),
    ARM_METADATA_HOSTNAME: new URL(graphUrl).host,
    ARM_TENANT_ID: seed.tenant.id,
    ARM_CLIENT_ID: seed.deployer.clientId,
    ARM_CLIENT_SECRET: seed.deployer.clientSecret,
    ARM_USE_CLI: "false",
    AWS_ENDPOINT_URL_EKS: eksUrl,
    AWS_ENDPOINT_URL_STS: eksUrl,
    AWS_ACCESS_KEY_ID: aws.accessKeyId,
    AWS_SECRET_ACCESS_KEY: aws.secretAccessKey,
    AWS_CONFIG_FILE: awsConfigurationFile,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_REGION: aws.region,
    AWS_EC2_METADATA_DISABLED: "true",
    SSL_CERT_FILE: authorityFile,
    HTTPS_PROXY: proxyUrl,
    // Plain http too, such as a cloud's metadata service: the proxy refuses it.
    HTTP_PROXY: proxyUrl,
    // A home has credentials of tools that ask no variable, such as ~/.azure and ~/.kube.
    HOME: home,
    USERPROFILE: home,
    NO_PROXY: "localhost,127.0.0.1",
  };
}
