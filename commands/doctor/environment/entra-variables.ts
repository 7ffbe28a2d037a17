import { existsSync } from "node:fs";
import { own } from "../../../model/own";
import { about, type Finding } from "../finding";
import { page } from "../../terminal/page";

const { broken, warning } = about("environment");
const identities = () => `${page("deploying-identities.md")} has the variables of each identity`;

/** Whether Terraform takes a variable for yes. */
const isTrue = (value: string | undefined) => /^(1|t|true)$/i.test(value ?? "");

/** ARM_*: registry.terraform.io/providers/hashicorp/azuread/latest/docs, and the guides there. */
export function entraVariables(env: NodeJS.ProcessEnv, tenant: string | undefined): Finding[] {
  return [...identityVariables(env), ...fileVariables(env), ...placeVariables(env, tenant)];
}

function identityVariables(env: NodeJS.ProcessEnv): Finding[] {
  const { ARM_CLIENT_ID: id, ARM_CLIENT_SECRET: secret, ARM_CLIENT_CERTIFICATE_PATH: certificate } = env;
  const oidc = isTrue(env["ARM_USE_OIDC"]);
  const managed = isTrue(env["ARM_USE_MSI"]);
  const hasToken =
    /^(ARM_OIDC_(TOKEN|TOKEN_FILE_PATH|REQUEST_URL)|ACTIONS_ID_TOKEN_REQUEST_URL|SYSTEM_OIDCREQUESTURI)$/;
  const token = Object.keys(env).some((name) => hasToken.test(name));
  const proof = secret !== undefined || certificate !== undefined || oidc || managed;
  const noCli = /^(0|f|false)$/i.test(env["ARM_USE_CLI"] ?? "");
  return [
    ...when(secret !== undefined && oidc, () =>
      warning(
        "arm-two-credentials",
        "ARM_CLIENT_SECRET is set, and ARM_USE_OIDC is true: only one of them is used",
        "Unset ARM_CLIENT_SECRET, or set ARM_USE_OIDC=false",
      ),
    ),
    ...when(oidc && !token, () =>
      broken("arm-oidc-without-token", "ARM_USE_OIDC is true, but no variable says where the token is", identities()),
    ),
    ...when(id === undefined && (secret !== undefined || certificate !== undefined), () =>
      broken("arm-without-client-id", "ARM_CLIENT_ID is not set, but a secret or a certificate is", identities()),
    ),
    ...when(id !== undefined && !proof, () =>
      broken("arm-without-credential", "ARM_CLIENT_ID is set, but nothing proves that you are it", identities()),
    ),
    ...when(noCli && !proof, () =>
      broken(
        "arm-nobody",
        "ARM_USE_CLI is false, and no other variable says who deploys to Entra",
        "Unset ARM_USE_CLI and run az login, or set ARM_CLIENT_ID and what proves it",
      ),
    ),
  ];
}

function fileVariables(env: NodeJS.ProcessEnv): Finding[] {
  return ["ARM_CLIENT_CERTIFICATE_PATH", "ARM_OIDC_TOKEN_FILE_PATH"].flatMap((name) => {
    const path = own(env, name);
    if (path === undefined || existsSync(path)) return [];
    return [broken("arm-file-missing", `${name} names ${path}, which is not there`, `Correct ${name}`)];
  });
}

function placeVariables(env: NodeJS.ProcessEnv, tenant: string | undefined): Finding[] {
  const { ARM_TENANT_ID: named, ARM_ENVIRONMENT: cloud } = env;
  return [
    ...when(named !== undefined && tenant !== undefined && named.toLowerCase() !== tenant.toLowerCase(), () =>
      warning(
        "arm-other-tenant",
        `ARM_TENANT_ID is ${named ?? ""}, but the access file says ${tenant ?? ""}, which is what Terraform uses`,
        `export ARM_TENANT_ID=${tenant ?? ""}`,
      ),
    ),
    ...when(cloud !== undefined && !/^(public|global)$/i.test(cloud), () =>
      broken(
        "arm-other-cloud",
        `ARM_ENVIRONMENT is ${cloud ?? ""}, but this program knows worldwide Entra only`,
        "export ARM_ENVIRONMENT=public",
      ),
    ),
  ];
}

const when = (holds: boolean, finding: () => Finding) => (holds ? [finding()] : []);
