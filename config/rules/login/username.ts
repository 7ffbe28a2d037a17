import type { Rule } from "../rule";

/** Entra writes preferred_username into v2 tokens only, unless it is asked for: learn.microsoft.com, optional-claims-reference. */
export const emittedUsername: Rule = function* ({ login }) {
  const { claim } = login.username;
  if (login.issuer !== "v1" || claim !== "preferred_username" || Object.hasOwn(login.claims, claim)) return;
  yield {
    path: ["login", "username", "claim"],
    must: "must be a claim that the v1 issuer emits: upn, email, oid or sub",
    hint: "or ask for it under login.claims",
  };
};
emittedUsername.brings = { "login.username.claim": "must be a claim that the v1 issuer writes, with `issuer: v1`" };
