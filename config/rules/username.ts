import type { Rule } from "./rule";

/** Entra writes preferred_username into v2 tokens only, unless it is asked for: learn.microsoft.com, optional-claims-reference. */
export const emittedUsername: Rule = function* ({ login }) {
  if (login.issuer !== "v1" || login.username.claim !== "preferred_username") return;
  yield {
    path: ["login", "username", "claim"],
    must: "must be a claim that the v1 issuer emits: upn, email, oid or sub",
    hint: 'or set login.issuer to "v2"',
  };
};
