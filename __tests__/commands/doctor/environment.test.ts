import { join } from "node:path";
import { environment } from "../../../commands/doctor/environment";
import { accessOf, tenant, withGrants } from "../../access-text";
import { folderWith, inShort } from "./machine";

const access = accessOf(withGrants("[]"));
const now = () => Date.parse("2030-01-01T12:00:00Z");
const look = (env: NodeJS.ProcessEnv) => environment(access, { env, now });
const other = "11111111-2222-3333-4444-555555555555";

test.each([
  ["the tenant of another file", { ARM_TENANT_ID: other }, "warning arm-other-tenant"],
  [
    "a secret beside OIDC",
    { ARM_CLIENT_ID: "a", ARM_CLIENT_SECRET: "hush", ARM_USE_OIDC: "true", ARM_OIDC_TOKEN: "hush" },
    "warning arm-two-credentials",
  ],
  ["OIDC without a token", { ARM_CLIENT_ID: "a", ARM_USE_OIDC: "true" }, "broken arm-oidc-without-token"],
  ["a secret of nobody", { ARM_CLIENT_SECRET: "hush" }, "broken arm-without-client-id"],
  ["an application that proves nothing", { ARM_CLIENT_ID: "a" }, "broken arm-without-credential"],
  ["no Azure CLI and nothing else", { ARM_USE_CLI: "false" }, "broken arm-nobody"],
  ["another cloud", { ARM_ENVIRONMENT: "china" }, "broken arm-other-cloud"],
  [
    "a certificate that is not there",
    { ARM_CLIENT_ID: "a", ARM_CLIENT_CERTIFICATE_PATH: "/no/such.pem" },
    "broken arm-file-missing",
  ],
  ["half a key", { AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE" }, "broken aws-half-key"],
  [
    "a profile and a key",
    { AWS_PROFILE: "p", AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE", AWS_SECRET_ACCESS_KEY: "hush" },
    "warning aws-profile-and-key",
  ],
  [
    "a temporary key alone",
    { AWS_ACCESS_KEY_ID: "ASIAIOSFODNN7EXAMPLE", AWS_SECRET_ACCESS_KEY: "hush" },
    "broken aws-session-token-missing",
  ],
  [
    "a session token that was left",
    { AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE", AWS_SECRET_ACCESS_KEY: "hush", AWS_SESSION_TOKEN: "hush" },
    "broken aws-session-token-left",
  ],
  [
    "credentials that have ended",
    { AWS_CREDENTIAL_EXPIRATION: "2030-01-01T11:59:59Z" },
    "broken aws-credentials-ended",
  ],
  ["a configuration of AWS that is not there", { AWS_CONFIG_FILE: "/no/such" }, "broken aws-file-missing"],
  ["another EKS", { AWS_ENDPOINT_URL_EKS: "http://localhost:1" }, "warning aws-other-endpoint"],
  ["a workspace", { TF_WORKSPACE: "test" }, "broken tf-workspace"],
  ["one data folder for all", { TF_DATA_DIR: "/tmp/data" }, "broken tf-data-dir"],
  ["providers started by hand", { TF_REATTACH_PROVIDERS: "{}" }, "broken tf-reattach-providers"],
  ["a log with secrets", { TF_LOG: "trace" }, "warning tf-log"],
  ["arguments that nobody sees", { TF_CLI_ARGS_plan: "-var=a=hush" }, "warning tf-cli-args"],
  ["a configuration of Terraform that is not there", { TF_CLI_CONFIG_FILE: "/no/such" }, "warning tf-no-configuration"],
  ["a plugin cache that is not there", { TF_PLUGIN_CACHE_DIR: "/no/such" }, "broken tf-no-plugin-cache"],
  [
    "two spellings of a proxy",
    { HTTPS_PROXY: "http://u:hush@a", https_proxy: "http://b" },
    "warning proxy-two-spellings",
  ],
  ["a proxy for plain HTTP alone", { HTTP_PROXY: "http://u:hush@a" }, "warning proxy-without-https"],
  ["a proxy that is no URL", { HTTPS_PROXY: "http://hush:x:y" }, "broken proxy-no-url"],
  ["a kubeconfig that is not there", { KUBECONFIG: "/no/such" }, "warning kubeconfig-file-missing"],
])("%s is found with what to do, and no secret is told", (_, env: NodeJS.ProcessEnv, short) => {
  const found = look(env);
  expect(inShort(found)).toEqual([short]);
  expect(found[0]?.remedy).toBeDefined();
  expect(JSON.stringify(found)).not.toContain("hush");
});

test("variables that fit are no finding", () => {
  const folder = folderWith({ config: "" });
  const env = {
    ARM_TENANT_ID: tenant.toUpperCase(),
    ARM_CLIENT_ID: "a",
    ARM_CLIENT_SECRET: "hush",
    ARM_USE_CLI: "false",
    ARM_ENVIRONMENT: "public",
    AWS_PROFILE: "p",
    AWS_REGION: "us-east-1",
    AWS_CREDENTIAL_EXPIRATION: "2030-01-01T12:00:01Z",
    TF_WORKSPACE: "default",
    TF_DATA_DIR: ".terraform",
    HTTP_PROXY: "http://proxy.contoso.com:3128",
    HTTPS_PROXY: "http://proxy.contoso.com:3128",
    https_proxy: "http://proxy.contoso.com:3128",
    KUBECONFIG: join(folder, "config"),
    AWS_ACCESS_KEY_ID: "",
  };
  expect(inShort(look(env))).toEqual(["fine environment"]);
});

test("without an access file no tenant is compared", () => {
  expect(inShort(environment(undefined, { env: { ARM_TENANT_ID: other }, now }))).toEqual(["fine environment"]);
});
