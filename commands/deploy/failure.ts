import type { Diagnostic } from "./terraform-message";
import type { RunEnd } from "./terraform-run";
import { withoutSecrets } from "./without-secrets";
import { page } from "../terminal/page";
import { shellWord } from "../terminal/shell-word";

/** Why a stack could not be planned or applied. */
export interface Failure {
  readonly stack: string;
  /** What it means and what to do, a sentence; nothing where Terraform's own words have to do. */
  readonly advice: string | undefined;
  /** Terraform's own words, whole, without secrets. */
  readonly terraform: string;
}

export interface FailureProps {
  readonly stack: string;
  /** Its folder, as an operator would name it. */
  readonly directory: string;
  /**
   * The file of its state, as an operator would name it.
   *
   * @default - the state is elsewhere than in a file
   */
  readonly stateFile?: string | undefined;
  /** Name of the binary. */
  readonly binary: string;
  readonly env: NodeJS.ProcessEnv;
}

/** What a failed run says. */
export function failureOf({ diagnostics, text, status }: RunEnd, props: FailureProps): Failure {
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(diagnosticInWords);
  const said = errors.length > 0 ? errors.join("\n\n") : text.trim();
  const terraform = said === "" ? `Terraform ended with ${status === null ? "a signal" : String(status)}.` : said;
  return {
    stack: props.stack,
    advice: adviceFor(terraform, inShell(props)),
    terraform: withoutSecrets(terraform, props.env),
  };
}

/** What advice has people type; the folder may be named by a file of the repository. */
const inShell = ({ stack, directory, stateFile, binary }: FailureProps) => ({
  stack,
  directory: shellWord(directory),
  ...(stateFile === undefined ? {} : { stateFile: shellWord(stateFile) }),
  binary: shellWord(binary),
});

/** As Terraform words it, without its picture of the configuration, which shows values. */
export function diagnosticInWords({ severity, summary, detail, address, snippet }: Diagnostic): string {
  const at = address ?? snippet?.context ?? undefined;
  const head = `${severity === "error" ? "Error" : "Warning"}: ${summary}`;
  return [
    head,
    ...(at == null ? [] : [`  with ${at}`]),
    ...(detail === "" ? [] : [detail.trim().replace(/\t/g, "  ")]),
  ].join("\n");
}

/** What Terraform and its providers say, without line breaks, and what an operator does about it. */
function adviceFor(said: string, props: Omit<FailureProps, "env">): string | undefined {
  const text = said.replace(/[│╷╵\s]+/g, " ");
  for (const [pattern, advice] of advices) {
    const match = pattern.exec(text);
    if (match !== null) return advice({ ...props, text, match });
  }
  return undefined;
}

interface Said extends Pick<FailureProps, "stack" | "directory" | "stateFile" | "binary"> {
  readonly text: string;
  readonly match: RegExpExecArray;
}

const alreadyThere =
  /An existing "azuread_(group|application)" with name "(.+?)" \(ID: "(?:\/\w+\/)?([\w-]+)"\) was found and `prevent_duplicate_names` was specified with (azuread_\w+\.[\w-]+)/;

const advices: readonly (readonly [RegExp, (said: Said) => string])[] = [
  // [src] stateWriteBackedUpError in hashicorp/terraform, internal/backend/local/backend_apply.go
  [
    /errored\.tfstate/,
    ({ stack, directory, binary }) =>
      `What was deployed of ${stack} is in no state yet. Before anything else: ${binary} -chdir=${directory} state push errored.tfstate && rm ${directory}/errored.tfstate`,
  ],
  // [src] LockInfo.String in hashicorp/terraform, internal/states/statemgr/locker.go
  [
    // Without an ID, nobody holds it: the lock could not be written at all.
    /Error acquiring the state lock.*(?:\bID: |resource temporarily unavailable|another process has locked)/,
    ({ stack, directory, stateFile, binary, text }) => {
      const [, id] = /\bID: ([\w/.-]+)/.exec(text) ?? [];
      const [, who] = /\bWho: (\S+)/.exec(text) ?? [];
      const [, since] = /\bCreated: (\S+ \S+?)(?:\.\d+)? /.exec(text) ?? [];
      const by = `${who === undefined ? "" : ` by ${who}`}${since === undefined ? "" : ` since ${since}`}`;
      // The system holds the lock of a file, and lets go of it with the process. [src] internal/command/unlock.go: no other can.
      if (stateFile !== undefined) {
        return `The state of ${stack} is locked${by}: another run deploys it, or the Terraform of a killed run still writes what it did. Wait until that Terraform ends: the state is then free. If it hangs, end it. This prints its process, on the machine where it runs: lsof -t ${stateFile}`;
      }
      const free = id === undefined ? "force-unlock" : `force-unlock ${id}`;
      return `The state of ${stack} is locked${by}: another run deploys it. Wait until it ends. If none is running, free the state: ${binary} -chdir=${directory} ${free}`;
    },
  ],
  // [src] internal/helpers/tf in hashicorp/terraform-provider-azuread: it names a bare object ID, and import takes a path
  [
    alreadyThere,
    ({ directory, binary, text }) => {
      const there = [...text.matchAll(new RegExp(alreadyThere, "g"))].map(
        ([, kind = "", name = "", id = "", address = ""]) =>
          `Entra has the ${kind} "${name}" already. If a run of this file that was cut off has made it, take it into the state: ${binary} -chdir=${directory} import ${address} /${kind}s/${id}`,
      );
      return [...there, `If it is somebody else's: ${page("what-exists-already.md")}`].join("\n");
    },
  ],
  // [src] internal/states/statefile/read.go in hashicorp/terraform
  [
    /was created by (?:Terraform|OpenTofu) v?([\w.-]+?),? which is newer than (?:current )?v?([\w.-]+)/,
    ({ stack, match: [, newer = "", older = ""] }) =>
      `The state of ${stack} was written by Terraform ${newer}, and this is ${older}. Use ${newer} or newer.`,
  ],
  [
    /Unsupported state file format|does not support state version/,
    ({ stack }) => `A newer Terraform has written the state of ${stack}. Use the same, or a newer one.`,
  ],
  [
    /Resource instance managed by newer provider version/,
    ({ stack }) =>
      `A newer provider has written the state of ${stack}. Allow its version under terraform.providers, or deploy with the release of entra-eks that was used before.`,
  ],
  [
    /Backend configuration changed|Terraform Cloud configuration (?:block )?has changed|-migrate-state/,
    ({ stack }) =>
      `The state of ${stack} is kept elsewhere than the last time here. If this is another access file, move nothing: name a folder for its stacks with CDKTF_OUTDIR. If you have changed backend, move all states once: npx cdktf deploy '*' --migrate-state`,
  ],
  [
    /(?:dial tcp: lookup |dial tcp )(\S+?)(?: on [^:]*)?:[^"]*(?:no such host|connection refused|i\/o timeout|network is unreachable)/,
    ({ match: [, host = ""] }) =>
      `Terraform does not reach ${host}. Look at the network and at HTTPS_PROXY, then run the same again.`,
  ],
  [
    /could not configure \w+ Authorizer|no Authorizer could be configured|unable to build authorizer|ClientSecretCredential|AADSTS7000215|AADSTS700016|AADSTS700024|AADSTS7000222/i,
    ({ stack }) =>
      `Terraform cannot sign in to Entra for ${stack}. Sign in with az login --tenant <tenant> --allow-no-subscriptions, or set the ARM_* variables: ${page("deploying-identities.md")}`,
  ],
  [
    /No valid credential sources found|failed to refresh cached credentials|ExpiredToken|InvalidClientTokenId|UnrecognizedClientException|SSO session has expired|InvalidGrantException|get credentials: /i,
    ({ stack }) =>
      `Terraform cannot sign in to AWS for ${stack}. Set AWS_PROFILE or the AWS_* variables; with IAM Identity Center run aws sso login.`,
  ],
  [
    /Error acquiring the state lock.*AccessDenied/,
    ({ stack }) =>
      `Terraform may not lock the state of ${stack}. It needs rights on the lock file beside the state too: ${page("states.md#s3")}`,
  ],
  [
    /Instance cannot be destroyed|lifecycle\.prevent_destroy/,
    ({ stack }) =>
      `${stack} has what must not be destroyed by accident. To destroy the application or an association, set login.protect: false first and deploy; to replace an association, add allow: [replace-association].`,
  ],
  [
    /Saved plan is stale/,
    ({ stack }) => `Somebody else has deployed ${stack} since it was planned. Begin again: look at the new plan first.`,
  ],
  [
    /Unable to find remote state|No stored state was found/,
    ({ stack }) =>
      `${stack} reads from a stack that is not deployed. Deploy everything before it: npx entra-eks deploy`,
  ],
  [
    /registry\.terraform\.io.*(?:no such host|timeout|connection refused|could not connect)|Failed to query available provider packages/i,
    () =>
      "Terraform cannot get the providers. Let it reach registry.terraform.io, or name a mirror in its CLI configuration.",
  ],
];
