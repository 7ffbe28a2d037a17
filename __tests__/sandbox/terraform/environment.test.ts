import { bareEnvironment, cloudEnvironment, initEnvironment } from "../../../sandbox/terraform/environment";
import { seedOf } from "../../../sandbox/users/seed";
import { accessOf, tenant, withTenant } from "../../access-text";

const own = {
  PATH: "/bin",
  GOGC: "off",
  ARM_CLIENT_SECRET: "real",
  AWS_PROFILE: "real",
  KUBECONFIG: "real",
  TF_VAR_x: "real",
  HTTPS_PROXY: "http://real",
  HTTP_PROXY: "http://real",
  ALL_PROXY: "http://real",
  HOME: "real",
  AZURE_CONFIG_DIR: "real",
  IDENTITY_HEADER: "real",
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: "real",
  GITHUB_TOKEN: "real",
  VAULT_TOKEN: "real",
  NPM_TOKEN: "real",
};

test("nobody's own clouds reach a provider", () => {
  expect(bareEnvironment(own)).toEqual({ PATH: "/bin", HOME: "real", GOGC: "off" });
});

test("only init goes through the operator's own proxy, to the registry", () => {
  expect(initEnvironment(own, "/rc")).toMatchObject({
    PATH: "/bin",
    HTTPS_PROXY: "http://real",
    TF_CLI_CONFIG_FILE: "/rc",
  });
});

test("Terraform reaches the sandbox and nothing else", () => {
  const env = cloudEnvironment(own, {
    seed: seedOf(accessOf(withTenant(""))),
    authorityFile: "/ca.pem",
    cliConfigurationFile: "/rc",
    graphUrl: "https://localhost:1",
    eksUrl: "http://127.0.0.1:2",
    proxyUrl: "http://127.0.0.1:3",
    awsConfigurationFile: "/aws-config",
    home: "/home",
    aws: { accessKeyId: "A", secretAccessKey: "S", region: "eu-central-1" },
  });
  expect(env).toMatchObject({
    ARM_METADATA_HOSTNAME: "localhost:1",
    ARM_TENANT_ID: tenant,
    AWS_ENDPOINT_URL_EKS: "http://127.0.0.1:2",
    AWS_ENDPOINT_URL_STS: "http://127.0.0.1:2",
    HTTPS_PROXY: "http://127.0.0.1:3",
    HTTP_PROXY: "http://127.0.0.1:3",
    HOME: "/home",
    SSL_CERT_FILE: "/ca.pem",
    AWS_CONFIG_FILE: "/aws-config",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
  });
  expect(Object.values(env)).not.toContain("real");
  expect(Object.values(env)).not.toContain("http://real");
});
