import { existsSync } from "node:fs";
import { isAbsolute } from "node:path";
import { about, type Finding } from "../finding";

const { broken, warning } = about("environment");

/** TF_*: developer.hashicorp.com/terraform/cli/config/environment-variables */
export function terraformVariables(env: NodeJS.ProcessEnv): Finding[] {
  const { TF_WORKSPACE: workspace, TF_DATA_DIR: data, TF_LOG: log, TF_REATTACH_PROVIDERS: attached } = env;
  const found: Finding[] = [];
  if (workspace !== undefined && workspace !== "default") {
    const sentence = `TF_WORKSPACE is ${workspace}, so Terraform looks for every state in another place than this program`;
    found.push(broken("tf-workspace", sentence, "unset TF_WORKSPACE"));
  }
  if (data !== undefined && isAbsolute(data)) {
    const sentence =
      "TF_DATA_DIR is one folder for all stacks, which overwrite each other's providers and backends there";
    found.push(broken("tf-data-dir", sentence, "unset TF_DATA_DIR"));
  }
  if (attached !== undefined) {
    const sentence = "TF_REATTACH_PROVIDERS is set, so Terraform uses providers that somebody started by hand";
    found.push(broken("tf-reattach-providers", sentence, "unset TF_REATTACH_PROVIDERS"));
  }
  if (/^(trace|debug|json)$/i.test(log ?? "")) {
    const sentence = `TF_LOG is ${log ?? ""}, so Terraform logs whole requests, secrets too`;
    found.push(warning("tf-log", sentence, "unset TF_LOG, and delete old logs"));
  }
  const names = Object.keys(env).filter((name) => name.startsWith("TF_CLI_ARGS"));
  if (names.length > 0) {
    const sentence = `${names.join(" and ")} ${names.length === 1 ? "adds" : "add"} arguments to Terraform that nobody sees`;
    found.push(warning("tf-cli-args", sentence, `unset ${names.join(" ")}`));
  }
  return [...found, ...missingFiles(env)];
}

/** Without its configuration Terraform goes on, without the folder of its cache it does not. */
function missingFiles(env: NodeJS.ProcessEnv): Finding[] {
  const { TF_CLI_CONFIG_FILE: configuration, TF_PLUGIN_CACHE_DIR: cache } = env;
  const isMissing = (path: string | undefined) => path !== undefined && !existsSync(path);
  const sentence = (name: string, path = "") => `${name} names ${path}, which is not there`;
  return [
    ...(isMissing(configuration)
      ? [
          warning(
            "tf-no-configuration",
            sentence("TF_CLI_CONFIG_FILE", configuration),
            "Correct or unset TF_CLI_CONFIG_FILE",
          ),
        ]
      : []),
    ...(isMissing(cache)
      ? [broken("tf-no-plugin-cache", sentence("TF_PLUGIN_CACHE_DIR", cache), `mkdir -p ${cache ?? ""}`)]
      : []),
  ];
}
