import type { Access } from "../config/schema/access";

/** Terraform address of what happens to the accounts of those who left; no address of a person has no `_40_` for its `@`. */
export const leftAccounts = "left";

/** Second word of the Terraform address of the wait for somebody who comes. */
export const arrived = "arrived";

/** By what the directory knows the accounts that this program made: their `employeeType`. */
export function accountMarker({ login }: Pick<Access, "login">): string {
  return `made by ${login.name}`;
}

/** The people whom the access file makes, by user principal name in lower case. */
export function createdPeople({ users }: Pick<Access, "users">): string[] {
  return Object.entries(users).flatMap(([name, { create }]) => (create === undefined ? [] : [name]));
}

/** Whether anybody comes into the directory, or has left it, by the access file. */
export function changesDirectory({ guests, users }: Pick<Access, "guests" | "users">): boolean {
  return guests.length > 0 || keepsAccounts(users);
}

/** Whether this program makes anybody, or has made somebody who left: one who has left needs the stack as much. */
export function keepsAccounts(
  users: Readonly<Record<string, { readonly create?: unknown; readonly left?: unknown }>>,
): boolean {
  return Object.values(users).some(({ create, left }) => create !== undefined || left === true);
}
