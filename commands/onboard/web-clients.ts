import type { Access, Client } from "../../config/schema/access";
import { clientRoles } from "../../model/clients/preset";
import { presetOf } from "../../model/clients/presets";
import { groupsOf } from "../../model/users/people";
import { link, listed, paragraph, text, type Block } from "./block";
import type { Welcome } from "./welcome";

/** The web applications that are of use to the person: by grants where the API server judges, by groups where the client does. */
export function webClients({ access, held, person }: Pick<Welcome, "access" | "held" | "person">): Block[] {
  const groups = groupsOf(access, person);
  const clusters = new Set(held.map(({ cluster }) => cluster));
  const isOfUse = (client: Client) =>
    presetOf(client)?.passesToken === false ? isInOne(client, groups) : clusters.has(client.cluster);
  const links = Object.values(access.clients)
    // What runs on a machine of its own is nobody else's.
    .filter((client) => isOfUse(client) && client.url.toLowerCase().startsWith("https://"))
    .map((client) => link(client.url, presetOf(client)?.title ?? client.url));
  return links.length === 0 ? [] : [paragraph(text`You can also sign in in your browser: ${listed(links)}`)];
}

const isInOne = ({ groups }: Pick<Access["clients"][string], "groups">, mine: readonly string[]) =>
  clientRoles.some((role) => groups[role].some((key) => mine.includes(key)));
