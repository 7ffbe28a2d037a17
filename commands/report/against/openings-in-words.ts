import { grouped } from "../../../model/grouped";
import type { Opening } from "../../../model/rbac/change/opening";
import { code, listed, text, type Text } from "../../onboard/block";

/** Openings of one holder in words that go on from the holder; one for all of the same. */
export function openingsInWords(
  openings: readonly Opening[],
): (Pick<Opening, "kind"> & { readonly words: Text; readonly at: readonly Opening["at"][] })[] {
  return [...grouped(openings, ({ kind, what }) => `${kind} ${what}`).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const places = listed([...new Set(same.map(({ where }) => where))].map(code));
    return [{ kind: first.kind, words: words[first.what](first.kind, places), at: same.map(({ at }) => at) }];
  });
}

const may = (kind: Opening["kind"]) => (kind === "gain" ? "may now" : "may no longer");

const words: Readonly<Record<Opening["what"], (kind: Opening["kind"], places: Text) => Text>> = {
  claims: (kind, places) =>
    kind === "gain"
      ? text`may now sign in to ${places}, and do there what their groups may`
      : text`can no longer sign in to ${places}`,
  issuer: (kind, places) =>
    text`${may(kind)} sign in to ${places} with it; only the cluster knows what such a token allows`,
  "groups claim": (kind, places) =>
    text`${may(kind)} do on ${places} what these groups may; only the cluster knows what that is`,
  projects: (kind) =>
    kind === "gain"
      ? ["may now create projects and be admin in them, unless the cluster took that away"]
      : ["may no longer create projects there"],
  "sign-ins": (kind) => [`${may(kind)} receive people's sign-ins, and act as them`],
  "sign-ins with a secret": (kind) => [
    `${may(kind)} receive people's sign-ins, and act as them with the secret of the client`,
  ],
  "managed group": (kind, places) => text`${may(kind)} add anybody to ${places}`,
  "azure roles": (kind) => [`${may(kind)} do there what it allows; only Azure knows what that is`],
  "same user": (kind) =>
    kind === "gain"
      ? ["may now become the same user there, with every grant"]
      : ["may no longer become the same user there"],
  tenant: (kind) => (kind === "gain" ? ["may now sign in, and do what their groups may"] : ["can no longer sign in"]),
  conditions: (kind) =>
    kind === "gain" ? ["may now sign in, and do what their groups may"] : ["can no longer sign in"],
  "break glass": (kind) =>
    kind === "gain"
      ? ["may now sign in without what Conditional Access asks of others"]
      : ["can no longer sign in without what Conditional Access asks of others"],
  "client cluster-admin": (kind, places) =>
    text`${may(kind)} act as admin in ${places}, and so change anything on its cluster`,
  "client admin": (kind, places) => text`${may(kind)} act as admin in ${places}`,
  "client editor": (kind, places) => text`${may(kind)} act as editor in ${places}`,
  "client viewer": (kind, places) => text`${may(kind)} act as viewer in ${places}`,
  login: (kind) => text`${may(kind)} add secrets and redirects to the application, as an owner of the login`,
  group: (kind, places) => text`${may(kind)} add anybody to ${places}, as an owner`,
};
