import type { Access } from "../../config/schema/access";
import { own } from "../own";
import type { RoleRef } from "./binding";
import { rulesOf } from "./own-role";
import type { PolicyRule } from "./policy-rule";

/** The roles for people, in the words of kubernetes.io/docs/reference/access-authn-authz/rbac, "User-facing roles". */
const forPeople: Readonly<Record<string, string>> = {
  view: "see most things, but no secrets and no roles",
  edit: "change what runs, read secrets, and run commands in pods",
  admin: "change what runs, read secrets, and give others roles",
  "cluster-admin": "everything",
};

/** How many rules of a role are told. */
const most = 8;

/**
 * What a role allows, one phrase for each rule: `get and list pods`. Goes on from "you may".
 *
 * @returns `undefined` for a role that only the cluster knows
 */
export function roleInWords(access: Pick<Access, "roles">, role: RoleRef): readonly string[] | undefined {
  const words = own(access.roles, role.name) === undefined ? own(forPeople, role.name) : undefined;
  if (words !== undefined) return [words];
  const rules = rulesOf(access, role)?.map(ruleInWords);
  if (rules === undefined || rules.length <= most) return rules;
  return [...rules.slice(0, most), `${String(rules.length - most)} more things`];
}

/** A rule as a phrase that goes on from "you may": `get and list pods`. */
export function ruleInWords({ verbs, resources, resourceNames, nonResourceURLs }: PolicyRule): string {
  const what = (resources ?? nonResourceURLs ?? []).map((name) => (name === "*" ? "everything" : name));
  const names = resourceNames === undefined || resourceNames.length === 0 ? "" : ` named ${listed(resourceNames)}`;
  return `${verbs.includes("*") ? "do anything with" : listed(verbs)} ${listed(what)}${names}`;
}

const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
