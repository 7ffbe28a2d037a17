import { posix } from "node:path";
import { resourcesOf } from "../../model/rbac/built-in-resources";
import type { Action, UrlAction } from "../../model/rbac/verdict";
import { strength, verbs } from "./verbs";
import type { Wish } from "./wish";

/** What differs from a wish in one thing, the nearest first: another object, another verb, another resource of its group. */
export const nearestTo = (wish: Wish): Wish[] => ("url" in wish ? nearUrl(wish) : nearResource(wish));

function nearUrl({ verb, url }: UrlAction): Wish[] {
  const beside = posix.join(posix.dirname(url), "another");
  return [beside, "/metrics", "/logs"]
    .map((other): Wish => ({ verb, url: other }))
    .concat({ verb: verb === "post" ? "get" : "post", url });
}

function nearResource({ name, ...wish }: Omit<Action, "namespace">): Wish[] {
  const named = name === undefined ? [] : [{ ...wish, name: "another" }];
  const same = name === undefined ? wish : { ...wish, name };
  const own = strength(wish.verb);
  const distance = (verb: string) => Math.abs(strength(verb) - own);
  // A verb for one resource alone has none near it.
  const others = own < verbs.length ? [...verbs].sort((one, other) => distance(one) - distance(other)) : [];
  return [
    ...named,
    ...others.filter((verb) => verb !== wish.verb).map((verb) => ({ ...same, verb })),
    ...besides(wish.apiGroup ?? "", wish.resource).map((resource) => ({ ...same, resource })),
  ];
}

/** The other resources of a group: what is of the same resource first, then in the order of their names from there. */
function besides(group: string, resource: string): string[] {
  const [base = ""] = resource.split("/");
  const known = (resourcesOf(group) ?? []).filter((one) => one !== resource);
  const kin = known.filter((one) => one.split("/")[0] === base);
  return [...kin, ...known.filter((one) => one > resource && !kin.includes(one)), ...known];
}
