import { TerraformResource, TerraformStack } from "cdktf";
import type { Construct } from "constructs";

/** What each stack holds, one line a stack: `people  3 azuread_group`. */
export function inventory(app: Construct): string[] {
  const stacks = app.node.children.filter((child) => child instanceof TerraformStack);
  const width = Math.max(0, ...stacks.map(({ node }) => node.id.length));
  return stacks.map((stack) => `${stack.node.id.padEnd(width)}  ${resourcesOf(stack)}`);
}

function resourcesOf(stack: TerraformStack): string {
  const counts = new Map<string, number>();
  for (const child of stack.node.findAll()) {
    if (!(child instanceof TerraformResource)) continue;
    counts.set(child.terraformResourceType, (counts.get(child.terraformResourceType) ?? 0) + 1);
  }
  return [...counts].map(([type, count]) => `${String(count)} ${type}`).join(", ") || "outputs only";
}
