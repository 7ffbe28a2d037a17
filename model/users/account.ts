import type { Access } from "../../config/schema/access";

/** Terraform address of what disables the accounts of those who left. */
export const leftAccounts = "left";

/** Second word of the Terraform address of the wait for somebody who comes. */
export const arrived = "arrived";

/** How the `employeeType` of every account begins that this program makes; the ID of the access file's state follows. */
export const markPrefix = "entra-eks ";

/** How it began in releases that knew accounts by the name of the login. */
export const olderMarkPrefix = "made by ";

/** How the mark of an account ends that this program has disabled. */
export const leftMark = " left";

/** The people whom the access file makes, by user principal name in lower case. */
export function createdPeople({ users }: Pick<Access, "users">): string[] {
  return Object.entries(users).flatMap(([name, { create }]) => (create === undefined ? [] : [name]));
}

/** The people who have left by the access file, by user principal name in lower case. */
export function peopleWhoLeft({ users }: Pick<Access, "users">): string[] {
  return Object.entries(users).flatMap(([name, { left }]) => (left ? [name] : []));
}

/** Whether anybody comes into the directory, or has left it, by the access file. */
export function changesDirectory({ guests, users }: Pick<Access, "guests" | "users">): boolean {
  return guests.length > 0 || keepsAccounts(users);
}

/** Whether this program makes anybody, or has made somebody who left: one who has left needs the stacks as much. */
export function keepsAccounts(
  users: Readonly<Record<string, { readonly create?: unknown; readonly left?: unknown }>>,
): boolean {
  return Object.values(users).some(({ create, left }) => create !== undefined || left === true);
}
