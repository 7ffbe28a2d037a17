/* eslint-disable @typescript-eslint/no-require-imports -- what a verb needs is loaded when it is called: the others need not wait */
import type { Command } from "commander";
import type { ExplainOptions } from "../explain";
import { verb } from "../verb";

/** Adds `explain`. */
export function explainVerb(program: Command): void {
  verb(
    program,
    "explain",
    "say whether a cluster accepts somebody's ID token, why not, and what the person may do there",
    "0 accepted, 1 refused or mistakes in the access file, 2 no answer: no ID token, or nobody could check its signature",
  )
    .addHelpText("after", "One of --token, --token-file, --login and --person says whose token")
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
      const { explain } = require("../explain") as typeof import("../explain");
      process.exitCode = await explain(options);
    });
}
