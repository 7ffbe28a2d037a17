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

/** A policy aims at a resource; on v1 the scopes of a sign-in do not name one. */
export const reachableSignIn: Rule = function* ({ login }) {
  if (login.issuer !== "v1" || login.conditionalAccess === undefined) return;
  yield {
    path: ["login", "conditionalAccess"],
    at: "key",
    must: "must stand beside the v2 issuer: only there kubectl can ask for this application, so that a policy reaches it",
    hint: 'set login.issuer to "v2"',
  };
};
