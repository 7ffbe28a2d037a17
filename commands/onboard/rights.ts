import type { Access } from "../../config/schema/access";
import { own } from "../../model/own";
import type { HeldGrant } from "../../model/rbac/access-of";
import { grantedGroups } from "../../model/rbac/grant";
import { roleInWords } from "../../model/rbac/role-in-words";
import { groupsOf } from "../../model/users/people";
import { code, heading, link, listed, paragraph, text, type Block, type Text } from "./block";
import { webClients } from "./web-clients";
import type { Welcome } from "./welcome";

/** What the person may do where, and why. */
export function rights({ access, held, person }: Welcome): Block[] {
  const rows = held.flatMap(({ cluster, grants }) =>
    grants.map((grant) => [
      text`${code(cluster)}`,
      grant.namespaces === undefined ? text`everywhere` : listed(grant.namespaces.map(code)),
      mayDo(access, grant),
      because(access, grant),
    ]),
  );
  return [
    heading("What you may do"),
    { kind: "table", head: ["Cluster", "Namespaces", "You may", "Because you are in"], rows },
    ...(mayBeInMore(access, person)
      ? [paragraph(text`You may be in more groups than this page knows, and then you may do more.`)]
      : []),
    ...portal(access, person),
    ...webClients({ access, held, person }),
  ];
}

function mayDo(access: Access, { role }: HeldGrant): Text {
  const words = roleInWords(access, role);
  if (words === undefined) return text`what the role ${code(role.name)} of this cluster allows`;
  return [
    ...words.flatMap((phrase, index): Text => (index === 0 ? [phrase] : ["; ", phrase])),
    " (",
    code(role.name),
    ")",
  ];
}

function because({ groups }: Access, { group, listedIn }: HeldGrant): Text {
  const named = (key: string) => code(own(groups, key)?.displayName ?? key);
  return listedIn === group ? text`${named(group)}` : text`${named(group)}, through ${named(listedIn)}`;
}

/** Whether a granted group has members that the file does not list. */
function mayBeInMore(access: Access, person: string): boolean {
  const known = groupsOf(access, person);
  return grantedGroups(Object.values(access.clusters)).some((key) => {
    const group = own(access.groups, key);
    return !known.includes(key) && (group?.existing !== undefined || group?.rule !== undefined);
  });
}

function portal({ portal: settings, ...access }: Access, person: string): Block[] {
  if (settings === undefined) return [];
  const groups = groupsOf(access, person);
  if (!Object.values(settings.groups).some((key) => key !== undefined && groups.includes(key))) return [];
  return [paragraph(text`You can also sign in to the portal in your browser: ${link(settings.url, settings.url)}`)];
}
