import type { EarlierFile } from "./earlier-file";
import type { Access } from "../../../config/schema/access";
import { own } from "../../../model/own";
import { comparedClusters } from "../../../model/rbac/change/compared-clusters";
import { knownPeople, type KnownPeople } from "../../../model/rbac/change/known-people";
import { eksClusters } from "../../../model/clusters/eks-clusters";
import { code, listed, text, type Part, type Text } from "../../onboard/block";

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
    told.push(["Web clients change. What they let people do beside the roles that the file gives is not compared."]);
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
    const { provider, claim, mappingMethod } = known;
    const on = code(cluster.name);
    return [
      ...(provider === undefined ? [] : [ofProvider(on, provider, known)]),
      ...(provider !== undefined || claim === undefined ? [] : [ofClaim(on, known)]),
      ...(mappingMethod.was === mappingMethod.is ? [] : ofMethod(on, known)),
    ];
  });
}

function ofProvider(on: Part, { was, is }: NonNullable<KnownPeople["provider"]>, known: KnownPeople): Text {
  const { claim, mappingMethod } = known;
  const renamed =
    claim === undefined
      ? ""
      : ` A new user name makes a new user, and the old one keeps what it was given by name, such as projects of its own.`;
  const people = {
    claim: text`On ${on} delete the User and the Identity of everybody who came by ${code(was)}, or set ${code("mappingMethod: add")}.`,
    lookup: text`On ${on} make ${claim === undefined ? "" : "a User with the new name, "}Identity and UserIdentityMapping of ${code(is)} for everybody.`,
    add: text`On ${on} people ${claim === undefined ? "keep their users" : "whose user names stay the same keep their users"}.`,
  }[mappingMethod.is];
  return text`${people}${renamed} Delete the Group objects that ${code(was)} wrote too: ${code(is)} takes nobody out of them. ${how}`;
}

const ofClaim = (on: Part, { mappingMethod: { is } }: KnownPeople): Text =>
  is === "lookup"
    ? text`On ${on} delete the User and the Identity of everybody, and make all three again with the new names. ${how}`
    : text`On ${on} delete the User and the Identity of everybody, so that new ones get the new names. ${how}`;

/** docs.redhat.com, OpenShift Container Platform 4.20, "Identity provider parameters" */
function ofMethod(on: Part, { provider, mappingMethod: { was, is } }: KnownPeople): Text[] {
  if (is === "lookup" && provider === undefined)
    return [
      text`On ${on} make a User, an Identity and a UserIdentityMapping for everybody${was === undefined ? "" : " who never signed in"}. ${how}`,
    ];
  if (is === "add")
    return [
      text`On ${on} whoever has the same user name from another identity provider of the cluster becomes the same user, with every grant: ${code("docs/warnings.md")}`,
    ];
  return [];
}

const how = text`How: ${code("docs/openshift.md")}`;
