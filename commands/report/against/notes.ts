import type { EarlierFile } from "./earlier-file";
import type { Access } from "../../../config/schema/access";
import { own } from "../../../model/own";
import { comparedClusters } from "../../../model/rbac/change/compared-clusters";
import { knownPeople } from "../../../model/rbac/change/known-people";
import { eksClusters } from "../../../model/clusters/eks-clusters";
import { code, listed, text, type Text } from "../../onboard/block";

/** How many names a sentence has. */
const most = 10;

/** What a reader has to know of a comparison: what of the earlier file was not read, and what else changes beside rights. */
export function notesOf(earlier: EarlierFile, after: Access): Text[] {
  const before = earlier.access;
  return [
    ...ofReading(earlier),
    ...ofTenant(before, after),
    ...ofBounds(before, after),
    ...ofAssociations(before, after),
    ...ofKnownPeople(before, after),
  ];
}

function ofReading({ name, unread, mistakes: [first, ...others] }: EarlierFile): Text[] {
  if (first === undefined) return [];
  const count = others.length === 0 ? "a mistake" : `${String(others.length + 1)} mistakes`;
  const rest = unread.length === 0 ? "is compared as it is written" : "is compared without what cannot be read";
  const more = unread.length > most ? [`${String(unread.length - most)} more`] : [];
  return [
    text`${code(name)} has ${count} by today's rules, and ${rest}: ${code(first)}`,
    ...(unread.length === 0
      ? []
      : [
          text`Not read, so not compared: ${listed([...unread.slice(0, most).map(code), ...more])}. What stands there counts as not given, so a gain may be told that is none.`,
        ]),
  ];
}

function ofTenant(before: Access, after: Access): Text[] {
  const told: Text[] = [];
  if (before.tenant !== after.tenant) {
    told.push(["The file names another tenant. People of the same name have other accounts there."]);
  }
  if (JSON.stringify(before.portal) !== JSON.stringify(after.portal)) {
    told.push([
      "The portal changes. What people may do through the portal is not compared, but for what its chart gives its admin group.",
    ]);
  }
  if (JSON.stringify(before.clients) !== JSON.stringify(after.clients)) {
    told.push(["Web clients change. Their own roles, such as those of Argo CD, are not compared."]);
  }
  return told;
}

/** Bounds give nobody anything, but let a team give more tomorrow. */
function ofBounds(before: Access, after: Access): Text[] {
  const changed = Object.entries(after.include).filter(
    ([file, bounds]) => JSON.stringify(own(before.include, file)) !== JSON.stringify(bounds),
  );
  return changed.map(
    ([file]) =>
      text`What ${code(file)} may do changes. That alone gives nobody anything: review what stands under include.`,
  );
}

function ofAssociations(before: Access, after: Access): Text[] {
  const was = new Map(eksClusters(before));
  const changed = eksClusters(after).filter(([key, { associate, state }]) => {
    const old = was.get(key);
    return state === "present" && old?.state === "present" && old.associate !== associate;
  });
  return changed.map(
    ([key, { associate }]) =>
      text`${code(key)} has ${code(`associate: ${String(associate)}`)} now. Whether people can sign in then is not compared.`,
  );
}

/** Groups name the provider that wrote them, and list users by name: github.com/openshift/oauth-server, pkg/groupmapper */
function ofKnownPeople(before: Access, after: Access): Text[] {
  return comparedClusters(before, after).flatMap((cluster): Text[] => {
    const known = knownPeople(before, after, cluster);
    if (known === undefined) return [];
    const { provider, mappingMethod } = known;
    const on = code(cluster.name);
    if (provider === undefined)
      return [text`On ${on} delete the User and the Identity of everybody, so that new ones get the new names. ${how}`];
    const { was, is } = provider;
    const people = {
      claim: text`On ${on} delete the User and the Identity of everybody who came by ${code(was)}, or set ${code("mappingMethod: add")}.`,
      lookup: text`On ${on} make Identity and UserIdentityMapping of ${code(is)} for everybody.`,
      add: text`On ${on} people keep their users.`,
    }[mappingMethod];
    return [
      text`${people} Delete the Group objects that ${code(was)} wrote too: ${code(is)} takes nobody out of them. ${how}`,
    ];
  });
}

const how = text`How: ${code("docs/openshift.md")}`;
