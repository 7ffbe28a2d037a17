import { plain } from "../markdown/plain";
import type { PlacedAccess } from "../../model/placed-access";
import { missingOnRunner } from "../../model/workspaces/missing-on-runner";
import type { SynthesizedStack } from "../../sandbox/terraform/synthesis";

/** What the stacks need on the machine beside Terraform and the credentials of the clouds, as a part of the README; empty if nothing. */
export function needsInWords({ access }: PlacedAccess, stacks: readonly SynthesizedStack[]): string {
  const needs = new Map<string, string[]>();
  for (const { name } of stacks) {
    for (const what of missingOnRunner(access, name)) needs.set(what, [...(needs.get(what) ?? []), `\`${name}\``]);
  }
  const lines = [
    ...stateLogin(access),
    ...[...needs].map(([what, names]) => `- ${names.join(", ")}: ${plain(what)}`),
    ...([...needs.keys()].some((what) => what.startsWith("the kubeconfig"))
      ? [
          "- A kubeconfig without `~` is named by its full path in `main.tf.json`: change it there if you move the file.",
        ]
      : []),
  ];
  return lines.length === 0 ? "" : `## What else it needs\n\n${lines.join("\n")}\n\n`;
}

/** [doc] developer.hashicorp.com/terraform/cli/config/config-file, "Environment Variable Credentials" */
function stateLogin({ backend }: PlacedAccess["access"]): string[] {
  if (backend.type !== "cloud") return [];
  const { hostname } = backend;
  const variable = `TF_TOKEN_${hostname.replaceAll("-", "__").replaceAll(".", "_")}`;
  const or = hostname.includes(":") ? "" : `, or the variable \`${variable}\``;
  return [`- Each stack: \`terraform login ${hostname}\`${or}. Its state is there, and its runs may be.`];
}
