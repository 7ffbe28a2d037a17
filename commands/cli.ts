/* eslint-disable @typescript-eslint/no-require-imports -- what a verb needs is loaded when it is called: the others need not wait */
import { Command, Option } from "commander";
import { tokenCaches } from "../model/login/sign-in-arguments";
import type { Phase } from "../model/permissions/need";
import { version } from "../package.json";
import type { AuthenticationOptions } from "./authentication";
import { authenticationFormats } from "./authentication/formats";
import type { CanIOptions } from "./can-i";
import { check } from "./check";
import { deployVerbs } from "./deploy/verb";
import { ejectVerb } from "./eject/verb";
import type { ExplainOptions } from "./explain";
import { initVerb } from "./init/verb";
import type { KubeconfigOptions } from "./kubeconfig";
import { pageFormats, type PageFormat } from "./onboard/format";
import { formats, permissions, type Format } from "./permissions";
import { portalValues } from "./portal-values";
import { reportVerb } from "./report/verb";
import type { SandboxOptions } from "./sandbox";
import { print, say } from "./terminal/print";
import { upgradeVerb } from "./upgrade/verb";
import { verb, type CommonOptions } from "./verb";
import type { WhoCanOptions } from "./who-can";
import { workspacesVerb } from "./workspaces/verb";

interface KubeconfigCommand extends KubeconfigOptions {
  readonly check: boolean;
  readonly plugin: string;
}

interface PermissionsCommand extends CommonOptions {
  readonly stack?: readonly string[];
  readonly format: Format;
  readonly phase: Phase;
}

interface OnboardCommand extends CommonOptions {
  readonly format: PageFormat;
  readonly kubeconfig: boolean;
}

/**
 * `entra-eks`: every verb, its options and its help. A verb sets the exit code of the process.
 *
 * @param synthesis loads what writes the stacks, CDKTF with it, for the one verb that needs it
 */
export function cli(synthesis: () => SandboxOptions["writeStacks"]): Command {
  const program = new Command("entra-eks")
    .description(
      "Sign in to Amazon EKS with Microsoft Entra ID. cdktf can synth, diff, deploy and destroy the same stacks",
    )
    .version(version)
    .configureOutput({ writeOut: print, writeErr: say })
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

  initVerb(program);
  verb(
    program,
    "check",
    "print every mistake in the access file, or its warnings and what it would create",
    "0 no mistakes, 1 mistakes (with --strict also warnings), 2 no answer: no file, or a state that cannot be trusted",
  )
    .option("--strict", "exit with 1 if there is a warning that the file does not accept, for CI", false)
    .action(({ file, json, strict }: CommonOptions & { readonly strict: boolean }) => {
      process.exitCode = check({ file, json, strict });
    });
  kubeconfigVerb(
    verb(
      program,
      "kubeconfig",
      "print a kubeconfig, or put it into yours; needs the stacks login and eks-<cluster> to be deployed",
      "0 done, 1 mistakes in the access file (with --check: something is missing here), 2 no answer: a stack is not deployed, its state cannot be trusted, or a file cannot be changed",
    ),
  );
  verb(
    program,
    "explain",
    "say whether a cluster accepts somebody's ID token, why not, and what she may do there",
    "0 accepted, 1 refused or mistakes in the access file, 2 no answer: no ID token, or nobody could check its signature",
  )
    .option("-c, --cluster <name>", "the cluster (default: the only one)")
    .option("--token <source>", "- reads the token from standard input")
    .option("--token-file <file>", "read the token from a file")
    .option("--login", "sign in with kubelogin, as the kubeconfig does")
    .option("--person <name>", "predict the token of a person from the access file alone")
    .option("--jwks <file>", "public keys of the issuer (default: fetched from it)")
    .option("--at <time>", "judge as at this time, 2026-11-27T09:30:00Z or seconds since 1970 (default: now)")
    .option("--kubernetes <version>", "rules of this version (default: the cluster's when it was deployed, or 1.34)")
    .option("--client-id <id>", "client ID of the login application (default: output of the stack login)")
    .action(async (options: ExplainOptions) => {
      const { explain } = require("./explain") as typeof import("./explain");
      process.exitCode = await explain(options);
    });
  questionVerb(
    verb(
      program,
      "can-i [verb] [type|type/name|/url]",
      "say whether somebody may do something on a cluster, and why, in the words of kubectl auth can-i",
      "0 yes, 1 no or mistakes in the access file, 2 no answer: unknown, as only the cluster knows the role, or a wrong question",
    ),
  )
    .requiredOption("--as <person>", "who: user principal name, or the mail address of a guest")
    .option("-c, --cluster <name>", "the cluster (default: the only one)")
    .option("--list", "print everything that the person may do there")
    .action((_verb: unknown, _type: unknown, options: CanIOptions, command: Command) => {
      const { canI } = require("./can-i") as typeof import("./can-i");
      process.exitCode = canI(command.args, options);
    });
  questionVerb(
    verb(
      program,
      "who-can [verb] [type|type/name|/url]",
      "say who may do something, and through which group and grant",
      "0 somebody, 1 nobody or mistakes in the access file, 2 no answer: only the cluster knows the role, or a wrong question",
    ),
  )
    .option("-c, --cluster <name>", "the cluster (default: all)")
    .action((_verb: unknown, _type: unknown, options: WhoCanOptions, command: Command) => {
      const { whoCan } = require("./who-can") as typeof import("./who-can");
      process.exitCode = whoCan(command.args, options);
    });
  reportVerb(
    verb(
      program,
      "report",
      "print who may do what where, and what an auditor would ask about",
      "0 printed, 1 mistakes in the access file (with --fail-on also what it names), 2 no answer: something wanted is not in the file, or there is nothing to compare with",
    ),
    synthesis,
  );
  verb(
    program,
    "authentication",
    "print what an API server that you start yourself needs to trust the login: kind, kubeadm, k3s, OpenShift or any other",
    "0 printed, 1 mistakes in the access file, 2 no answer: the stack login is not deployed, or the format cannot say it",
  )
    .option("-c, --cluster <name>", "the cluster (default: the only one)")
    .addOption(
      new Option(
        "--format <format>",
        "the file that kube-apiserver reads, its flags, or what carries them (default: authentication-config, or what OpenShift is told in)",
      ).choices(authenticationFormats),
    )
    .option("--client-id <id>", "client ID of the login application (default: output of the stack login)")
    .option("--kubernetes <version>", "version of the cluster; flags before 1.30 (default: 1.34 or later)")
    .action(async (options: AuthenticationOptions) => {
      const { authentication } = require("./authentication") as typeof import("./authentication");
      process.exitCode = await authentication(options);
    });
  verb(
    program,
    "portal-values",
    "print the Helm values for the KubeRocketCI Portal; needs the stack portal to be deployed",
    "0 printed, 1 mistakes in the access file, 2 no answer: the portal is not deployed, or its state cannot be trusted",
  ).action(async ({ file, json }: CommonOptions) => {
    process.exitCode = await portalValues({ file, json });
  });
  verb(
    program,
    "client-values <client>",
    "print the values for a client's chart, such as Headlamp's; needs the stack login to be deployed",
    "0 printed, 1 mistakes in the access file, 2 no answer: no such client, a stack is not deployed, or its state cannot be trusted",
  )
    .option(
      "--external-secret",
      "print the manifests for the External Secrets Operator instead; needs no deployed stack",
      false,
    )
    .action(
      async (client: string, { file, json, externalSecret }: CommonOptions & { readonly externalSecret: boolean }) => {
        const { clientValues } = require("./client-values") as typeof import("./client-values");
        process.exitCode = await clientValues({ file, json, client, externalSecret });
      },
    );
  verb(
    program,
    "permissions",
    "print the rights that the deploying identity needs in Entra, AWS and Kubernetes, stack by stack",
    "0 printed, 1 mistakes in the access file, 2 no answer",
  )
    .option("-s, --stack <name...>", "only these stacks (default: all)")
    .addOption(new Option("--format <format>", "output format").choices(formats).default("table"))
    .addOption(
      new Option(
        "--phase <phase>",
        "for az, terraform, iam and kubernetes: the rights to plan, or to apply and destroy",
      )
        .choices(["plan", "apply"])
        .default("apply"),
    )
    .action(({ file, json, stack, format, phase }: PermissionsCommand) => {
      process.exitCode = permissions({
        file,
        format: json ? "json" : format,
        phase,
        ...(stack === undefined ? {} : { stack }),
      });
    });
  workspacesVerb(
    verb(
      program,
      "workspaces",
      "print the workspaces of HCP Terraform that deploy the file: order, run triggers, shared states, credentials",
      "0 printed, 1 mistakes in the access file, 2 no answer: states are not in HCP Terraform, or an option says otherwise",
    ),
  );
  verb(
    program,
    "doctor",
    "look at everything that signing in and deploying rest on: this machine, Entra, AWS, the clusters, the states",
    "0 nothing is broken, 1 something is broken, or mistakes in the access file, 2 no answer",
  )
    .option("-c, --cluster <name...>", "only these clusters (default: all)")
    .action(async ({ file, json, cluster }: CommonOptions & { readonly cluster?: readonly string[] }) => {
      const { doctor } = require("./doctor") as typeof import("./doctor");
      process.exitCode = await doctor({ file, json, ...(cluster === undefined ? {} : { cluster }) });
    });
  verb(
    program,
    "onboard <person>",
    "print the page to send to a new colleague: what to install, how to sign in, what the person may do where",
    "0 printed, 1 the person may do nothing or not sign in, or mistakes in the access file, 2 no answer: nobody of that name, or a stack is not deployed",
  )
    .addOption(new Option("--format <format>", "output format").choices(pageFormats).default("markdown"))
    .option("--no-kubeconfig", "leave the kubeconfig out; the page says how to ask for it")
    .action(async (person: string, { file, json, format, kubeconfig: holds }: OnboardCommand) => {
      const { onboard } = require("./onboard") as typeof import("./onboard");
      process.exitCode = await onboard({ file, json, person, format, kubeconfig: holds });
    });
  verb(
    program,
    "sandbox",
    "try the access file on this machine, with emulated clouds and real providers and API servers",
    "0 the answers match the access file, 1 mistakes in the file or answers that do not match, 2 no answer",
  )
    .option("--keep", "keep everything running until Ctrl-C, with a kubeconfig for everybody", false)
    .action(async ({ file, json, keep }: CommonOptions & { readonly keep: boolean }) => {
      const { sandbox } = require("./sandbox") as typeof import("./sandbox");
      process.exitCode = await sandbox({ file, json, keep, writeStacks: synthesis() });
    });
  ejectVerb(
    verb(
      program,
      "eject",
      "write the stacks as a folder that Terraform runs without this program and without Node.js",
      "0 written, 1 mistakes in the access file, 2 no answer: the folder is not empty",
    ),
    synthesis,
  );
  deployVerbs(program, synthesis);
  upgradeVerb(
    verb(
      program,
      "upgrade",
      "say what a newer release changes in the Terraform of this file, address by address; takes nothing",
      "0 nothing changes, 1 something does, or mistakes in the access file, 2 no answer: the release cannot be installed, or does not write the stacks",
    ),
    synthesis,
  );
  return program;
}

/** What `kubectl auth can-i` takes; the verb itself says how many words are too many. */
function questionVerb(command: Command): Command {
  return command
    .allowExcessArguments()
    .option("-n, --namespace <name>", "the namespace (default: default)")
    .option("-A, --all-namespaces", "in every namespace")
    .option("--subresource <name>", "the subresource, such as log or exec");
}

function kubeconfigVerb(command: Command): void {
  command
    .option("-c, --cluster <name...>", "only these clusters (default: all)")
    .addOption(
      new Option(
        "--merge-into [kubeconfig]",
        "put it into this file (default: the one that kubectl adds to)",
      ).conflicts(["printCommands", "check"]),
    )
    .addOption(new Option("--print-commands", "print the kubectl config commands that do the same").conflicts("check"))
    .option("--device-code", "sign in by a code, typed in any browser; needs login.deviceCode")
    .option("--headless", "sign in on a machine without a browser, over SSH")
    .addOption(new Option("--token-cache <where>", "where kubelogin keeps tokens (default: disk)").choices(tokenCaches))
    .addOption(
      new Option("--plugin <name>", "kubelogin of int128; azure says why Azure's does not work")
        .choices(["int128", "azure"])
        .default("int128"),
    )
    .option("--check", "only say whether kubectl and kubelogin are ready on this machine", false)
    .action(async ({ check: ofTools, plugin, ...options }: KubeconfigCommand) => {
      if (ofTools) {
        const { checkTools } = require("./kubeconfig/check") as typeof import("./kubeconfig/check");
        process.exitCode = await checkTools(options);
        return;
      }
      const { kubeconfig } = require("./kubeconfig") as typeof import("./kubeconfig");
      process.exitCode = await kubeconfig({ ...options, azure: plugin === "azure" });
    });
}
