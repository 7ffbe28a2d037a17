import { renameSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Access } from "../../config/schema/access";
import { accessOf, withTenant } from "../access-text";
import { applied } from "./applied";
import type { World } from "./world";

/** A file with these people and one group with these members, as flow collections. */
export const peopleFile = (users: string, members = "[]", more = ""): Access =>
  accessOf(withTenant(`users: ${users}\ngroups: { devs: { members: ${members} } }\n${more}`));

/** An entry under `users` of somebody at contoso.com who is made. */
export const made = (name: string, displayName = name) =>
  `${name}@contoso.com: { create: { displayName: ${displayName} } }`;

export const action = (name: string) => `msgraph_resource_action.${name}_40_contoso_2e_com`;
export const arrival = (name: string) => `${action(name)}__arrived`;

/** What the directory holds about somebody at contoso.com. */
export const account = ({ sandbox }: World, name: string) =>
  sandbox.directory.all("users").find(({ userPrincipalName }) => userPrincipalName === `${name}@contoso.com`);

/** Terraform address by which somebody who leaves now is disabled, or deleted. */
export function leaving(world: World, name: string, kind = "left"): string {
  const { id, employeeType } = account(world, name) as { id: string; employeeType: string };
  return `msgraph_resource_action.${kind}["${id} ${String(employeeType.split(" ")[2])}"]`;
}

/** Changes an account as an administrator would whom no protection of the account stops. */
export function changeAccount(world: World, name: string, change: Readonly<Record<string, unknown>>): void {
  const entry = world.sandbox.directory.store.find("users", `${name}@contoso.com`);
  entry.data = { ...entry.data, ...change };
}

/** The requests that changed people. */
export const writes = ({ sandbox }: World) =>
  sandbox.graph.log.filter(({ method, path }) => method !== "GET" && path.includes("/users"));

/** Deploys a changed file to the stacks of people: what happens in `users` and `leavers`. */
export async function appliedToPeople(world: World, access: Access): Promise<Record<string, string>> {
  const users = await applied(world, access, "users");
  await (await world.deployment(access)).apply(["people"]);
  return { ...users, ...(await applied(world, access, "leavers")) };
}

/** Puts the states of `users` and `leavers` away under a name, and those of another name in their place. */
export async function swapStates({ sandbox }: World, away: string, back?: string): Promise<void> {
  const folder = join(sandbox.props.folder, "state");
  for (const file of ["users.tfstate", "leavers.tfstate"]) {
    renameSync(join(folder, file), join(folder, `${away}-${file}`));
    if (back !== undefined) renameSync(join(folder, `${back}-${file}`), join(folder, file));
  }
  // A state is known by the second in which it began.
  await setTimeout(1100);
}
