import { devNull } from "node:os";
import type { DirectorySeed } from "./directory-view";

export interface EnvironmentProps {
  readonly seed: DirectorySeed;
  /** File with the certificate authority of the sandbox, PEM. */
  readonly authorityFile: string;
  /** Terraform's CLI configuration. */
  readonly cliConfigurationFile: string;
  readonly graphUrl: string;
  readonly eksUrl: string;
  readonly proxyUrl: string;
  /** AWS configuration file with the profiles of the access file. */
  readonly awsConfigurationFile: string;
  readonly aws: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly region: string };
}

/** Cloud credentials and settings of whoever runs the sandbox: nothing of them may reach a provider. */
const foreign = /^(ARM_|AWS_|TF_(?!CLI_CONFIG_FILE$)|KUBE|HTTPS?_PROXY$|NO_PROXY$|SSL_CERT)/i;

/** The environment without anybody's clouds. */
export function bareEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));
}

/** For `terraform init`, which may reach a registry. */
export function initEnvironment(env: NodeJS.ProcessEnv, cliConfigurationFile: string): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(([name]) => /^(HTTPS?_PROXY|NO_PROXY|SSL_CERT_\w+)$/i.test(name));
  return {
    ...bareEnvironment(env),
    ...Object.fromEntries(own),
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
  const { seed, authorityFile, cliConfigurationFile, graphUrl, eksUrl, proxyUrl, awsConfigurationFile, aws } = props;
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
    NO_PROXY: "localhost,127.0.0.1",
  };
}
