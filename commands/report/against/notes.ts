import type { EarlierFile } from "./earlier-file";
import type { Access } from "../../../config/schema/access";
import { own } from "../../../model/own";
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
