import { renamedGroups } from "../renamed-groups";
import { changedOf, type Changed, type Cost } from "./cost";

/** Groups that are made again, and all that knows them by their object IDs; groups that go. */
export function groups(changed: Changed): Cost[] {
  const named = (action: "replace" | "destroy" | "forget") =>
    changedOf(changed, "azuread_group", action).map(({ name }) => name);
  const renamed = renamedGroups(changed);
  return [
    ...[...renamed].map(([group, now]) => ({
      id: "group-renamed",
      sentence: `Entra deletes the group ${group} and makes ${now}, with another object ID. Its people may do nothing until their bindings follow. Tokens list the group before until they are renewed, by default after about an hour. To keep the group, leave its key and change its displayName.`,
    })),
    ...named("replace").map((group) => ({
      id: "group-replaced",
      sentence: `Entra makes the group ${group} again, with another object ID. ${bindingsFollow(changed, group)}Tokens list the group before until they are renewed, by default after about an hour.`,
    })),
    ...named("destroy")
      .filter((group) => !renamed.has(group))
      .map((group) => ({ id: "group-destroyed", sentence: `Entra deletes the group ${group}.` })),
    ...named("forget").map((group) => ({
      id: "group-released",
      sentence: `The group ${group} stays in Entra, and this program does not manage it any more.`,
    })),
  ];
}

function bindingsFollow({ stacks }: Changed, group: string): string {
  const follow = stacks.flatMap(({ stack, addresses }) => {
    const ofGroup = addresses.filter(
      ({ address, action }) => action === "update" && /_binding_v1\./.test(address) && address.includes(`.${group}__`),
    );
    return ofGroup.length === 0 ? [] : [{ stack, count: ofGroup.length }];
  });
  if (follow.length === 0) return "";
  const count = follow.reduce((sum, one) => sum + one.count, 0);
  const bindings = count === 1 ? "Its binding follows" : `Its ${String(count)} bindings follow`;
  return `${bindings} with ${follow.map(({ stack }) => stack).join(", ")}: until then its people may do nothing there. `;
}
