import { guid } from "../../schema/names";
import { didYouMean } from "../../text/suggestion";
import type { Rule } from "../rule";

export const breakGlassGroup: Rule = function* ({ login, groups }) {
  const { breakGlass } = login.conditionalAccess ?? {};
  const known = Object.keys(groups);
  if (breakGlass === undefined || known.includes(breakGlass) || guid.test(breakGlass)) return;
  const hint = didYouMean(breakGlass, known);
  yield {
    path: ["login", "conditionalAccess", "breakGlass"],
    must: 'must name a group defined under "groups", or be an object ID',
    ...(hint === undefined ? {} : { hint }),
  };
};
breakGlassGroup.brings = { "login.conditionalAccess.breakGlass": "must name a group of this file, or be an object ID" };

/** A policy aims at a resource; on v1 the scopes of a sign-in do not name one. */
export const reachableSignIn: Rule = function* ({ login }) {
  if (login.issuer !== "v1" || login.conditionalAccess === undefined) return;
  yield {
    path: ["login", "conditionalAccess"],
    at: "key",
    must: "must be used with the v2 issuer: on v1, kubectl cannot ask for this application, so no policy applies",
    hint: 'set login.issuer to "v2"',
  };
};
reachableSignIn.brings = { "login.conditionalAccess": "must be used with `issuer: v2`" };
