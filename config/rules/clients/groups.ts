import { clientRoles } from "../../../model/clients/preset";
import { presetOf } from "../../../model/clients/presets";
import { strings, type Draft } from "../../draft";
import type { Mistake } from "../../mistake";
import { unknownGroup } from "../groups/unknown-group";
import type { Rule } from "../rule";

/** Groups of clients that judge for themselves; where the API server judges, grants say it all. */
export const clientGroups: Rule = function* (draft) {
  for (const [name, client] of Object.entries(draft.clients)) {
    const preset = presetOf(client);
    const path = ["clients", name, "groups"];
    const named = clientRoles.flatMap((role) => strings(client.groups[role]).map((one) => ({ role, ...one })));
    for (const role of clientRoles) {
      if (strings(client.groups[role]).length === 0 || preset?.roles.includes(role) === true) continue;
      yield { path: [...path, role], at: "key", must: `must not be given: ${whyNot(preset, client.cluster)}` };
    }
    if (preset !== undefined && preset.roles.length > 0 && named.length === 0) {
      const must = `must have groups, because ${preset.title} judges by its own roles and nobody would have one`;
      yield { path: ["clients", name], at: "key", must };
    }
    for (const { role, index, text } of named) yield* mistakesInGroup(draft, [...path, role, index], text);
  }
};
clientGroups.brings = {
  "clients.*": "must have groups, if the preset has roles of its own",
  "clients.*.groups.admin": "must name groups of this file, and only for a preset with this role",
  "clients.*.groups.editor": "must name groups of this file, and only for a preset with this role",
  "clients.*.groups.viewer": "must name groups of this file, and only for a preset with this role",
};

function whyNot(preset: ReturnType<typeof presetOf>, cluster = ""): string {
  if (preset === undefined) return "without a preset, nobody knows the roles of the client";
  if (preset.passesToken) return `what people do with ${preset.title}, clusters.${cluster}.grants say`;
  return `${preset.title} has no such role`;
}

function* mistakesInGroup(draft: Draft, path: readonly (string | number)[], group: string): Iterable<Mistake> {
  const { groups, login, clusters } = draft;
  if (!Object.hasOwn(groups, group)) {
    yield unknownGroup(path, group, Object.keys(groups));
    return;
  }
  const isGranted = Object.values(clusters).some(({ grants }) => grants.some((grant) => grant.group === group));
  if (isGranted || !assigns(login)) return;
  yield {
    path,
    must: "must name a group with a grant on a cluster, because only granted groups are assigned to the application",
    hint: "grant it something, or leave login.assignment and login.groups.emit as they are by default",
  };
}

const assigns = ({ assignment, groups }: Draft["login"]) => assignment === "required" || groups.emit === "assigned";
