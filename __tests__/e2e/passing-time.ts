import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { World } from "./world";

const day = 86_400_000;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

interface State {
  readonly serial: number;
  readonly resources: readonly { readonly type: string; readonly instances: readonly { attributes: unknown }[] }[];
}

/**
 * Makes everything that is recorded older, as if days had passed: times in a state, secrets in the directory. Terraform
 * and its providers are Go programs, which nobody can tell another time.
 */
export function daysPass({ sandbox }: World, stack: string, days: number): void {
  const file = join(sandbox.props.folder, "state", `${stack}.tfstate`);
  const state = JSON.parse(readFileSync(file, "utf8")) as State;
  const resources = state.resources.map(({ instances, ...resource }) => ({
    ...resource,
    instances: instances.map(({ attributes, ...rest }) => ({ ...rest, attributes: older(attributes, days) })),
  }));
  writeFileSync(file, JSON.stringify({ ...state, serial: state.serial + 1, resources }));
  sandbox.directory.ageSecrets(days * day);
}

function older(value: unknown, days: number): unknown {
  if (typeof value === "string" && instant.test(value)) {
    return new Date(Date.parse(value) - days * day).toISOString().replace(".000Z", "Z");
  }
  if (Array.isArray(value)) return value.map((item) => older(item, days));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) =>
      key === "unix" && typeof inside === "number" ? [key, inside - days * 86_400] : [key, older(inside, days)],
    ),
  );
}
