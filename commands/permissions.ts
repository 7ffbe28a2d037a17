import { given } from "../config/mistake";
import { NoAnswer } from "../config/no-answer";
import { didYouMean } from "../config/text/suggestion";
import type { Phase } from "../model/permissions/need";
import { stackPermissions, type StackPermissions } from "../model/permissions/stack-permissions";
import { inAz } from "./permissions/az";
import { inIam } from "./permissions/iam";
import { inKubernetes } from "./permissions/kubernetes";
import { inMarkdown } from "./permissions/markdown";
import { inTable } from "./permissions/table";
import { inTerraform } from "./permissions/terraform";
import { print, printJson } from "./terminal/print";
import { withAccessFile, type ExitCode } from "./with-access-file";

/** How permissions are printed. */
export const formats = ["table", "markdown", "json", "az", "terraform", "iam", "kubernetes"] as const;
export type Format = (typeof formats)[number];

export interface PermissionsOptions {
  readonly file: string;
  readonly format: Format;
  /** For what: `plan` alone, or `apply`, which is everything. Table, Markdown and JSON always tell both. */
  readonly phase: Phase;
  /**
   * Only these stacks.
   *
   * @default - every stack of the access file
   */
  readonly stack?: readonly string[];
}

/** Prints what the identity that deploys an access file has to be allowed, stack by stack, and no more. */
export function permissions({ file, format, phase, stack }: PermissionsOptions): ExitCode {
  return withAccessFile<ExitCode>(
    file,
    ({ access }) => {
      const all = stackPermissions(access);
      const known = all.map(({ stack: name }) => name);
      const unknown = stack?.find((name) => !known.includes(name));
      if (unknown !== undefined) {
        const hint = didYouMean(unknown, known) ?? `its stacks are ${known.join(", ")}`;
        throw new NoAnswer(`--stack must name a stack of the access file, got ${given(unknown) ?? ""}; ${hint}`);
      }
      const wanted = all.filter(({ stack: name }) => stack?.includes(name) ?? true);
      if (format === "kubernetes" && wanted.filter(({ apply }) => apply.kubernetes.length > 0).length > 1) {
        throw new NoAnswer(
          "--format kubernetes prints manifests for one cluster; name its stack with --stack rbac-<cluster>",
        );
      }
      if (format === "json") printJson(wanted);
      else print(printed[format](wanted, phase).trimEnd());
      return 0;
    },
    { json: format === "json" },
  );
}

const printed: Readonly<
  Record<Exclude<Format, "json">, (stacks: readonly StackPermissions[], phase: Phase) => string>
> = {
  table: inTable,
  markdown: inMarkdown,
  az: inAz,
  terraform: inTerraform,
  iam: inIam,
  kubernetes: inKubernetes,
};
