import { existsSync } from "node:fs";
import { own } from "../../../model/own";
import { about, type Finding } from "../finding";

const { broken, warning } = about("environment");

/** AWS_*: docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html */
export function awsVariables(env: NodeJS.ProcessEnv, now: number): Finding[] {
  return [...keyVariables(env), ...ended(env, now), ...fileVariables(env), ...endpointVariables(env)];
}

function keyVariables(env: NodeJS.ProcessEnv): Finding[] {
  const {
    AWS_ACCESS_KEY_ID: id,
    AWS_SECRET_ACCESS_KEY: secret,
    AWS_SESSION_TOKEN: session,
    AWS_PROFILE: profile,
  } = env;
  const found: Finding[] = [];
  if ((id === undefined) !== (secret === undefined)) {
    const [set, lacking] =
      id === undefined
        ? ["AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID"]
        : ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];
    found.push(broken("aws-half-key", `${set} is set, and ${lacking} is not`, `Set ${lacking}, or unset ${set}`));
  }
  if (id !== undefined && profile !== undefined) {
    const sentence = `AWS_PROFILE is ${profile}, and AWS_ACCESS_KEY_ID is set: programs differ in which of them they use`;
    found.push(
      warning(
        "aws-profile-and-key",
        sentence,
        "unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN, or unset AWS_PROFILE",
      ),
    );
  }
  // ASIA: temporary, AKIA: lasting. docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
  if (id?.startsWith("ASIA") === true && session === undefined) {
    const sentence = "AWS_ACCESS_KEY_ID is a temporary key, and AWS_SESSION_TOKEN is not set";
    found.push(broken("aws-session-token-missing", sentence, "Set AWS_SESSION_TOKEN too, or sign in again"));
  }
  if (id?.startsWith("AKIA") === true && session !== undefined) {
    const sentence = "AWS_SESSION_TOKEN is set, but AWS_ACCESS_KEY_ID is a lasting key, which takes none";
    found.push(broken("aws-session-token-left", sentence, "unset AWS_SESSION_TOKEN"));
  }
  return found;
}

function ended({ AWS_CREDENTIAL_EXPIRATION: end }: NodeJS.ProcessEnv, now: number): Finding[] {
  const at = Date.parse(end ?? "");
  if (Number.isNaN(at) || at > now) return [];
  const sentence = `AWS_CREDENTIAL_EXPIRATION is ${new Date(at).toISOString()}, which is past`;
  return [broken("aws-credentials-ended", sentence, "Sign in again, for example with aws sso login")];
}

function fileVariables(env: NodeJS.ProcessEnv): Finding[] {
  const names = ["AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CA_BUNDLE"];
  return names.flatMap((name) => {
    const path = own(env, name);
    if (path === undefined || existsSync(path)) return [];
    return [broken("aws-file-missing", `${name} names ${path}, which is not there`, `Correct or unset ${name}`)];
  });
}

function endpointVariables(env: NodeJS.ProcessEnv): Finding[] {
  const names = Object.keys(env).filter((name) => /^AWS_ENDPOINT_URL(_EKS|_STS)?$/.test(name));
  return names.map((name) =>
    warning("aws-other-endpoint", `${name} is set, so not AWS itself is asked`, `unset ${name}, unless you mean it`),
  );
}
