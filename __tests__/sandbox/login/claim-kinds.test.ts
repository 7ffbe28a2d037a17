import { optionalClaims } from "../../../config/schema/login/optional-claims";
import { claimKind, claimsOfLogin, type ClaimKind } from "../../../model/login/id-token-claims";
import { claimsOf } from "./claims-of";
import { assigned, realV1, realV2, sampleDirectory } from "./sample-directory";

/** An application that asks for every claim there is. */
const directory = sampleDirectory({
  application: { optionalClaims: { idToken: Object.keys(optionalClaims).map((name) => ({ name })) } },
  ada: { usageLocation: "DE" },
  collections: assigned("devs", "id-ada"),
});

function kindOf(value: unknown): ClaimKind {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return "text";
  return typeof value === "number" ? "a number" : "true or false";
}

const tokens = [realV1, realV2].flatMap((issuer) =>
  ["ada", "gus"].map((person) => ({ issuer, person, claims: claimsOf(directory, person, { issuer }) })),
);

test.each(tokens)("what the model says of claims is what a token of $person from $issuer has", ({ claims }) => {
  const kinds = Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, kindOf(value)]));
  expect(Object.fromEntries(Object.keys(claims).map((name) => [name, claimKind(name)]))).toEqual(kinds);
});

/** Only with a nonce in the request, only of guests, and not emulated. */
const elsewhere = ["nonce", "idp", "amr"];

test.each([
  [realV1, "v1"],
  [realV2, "v2"],
] as const)("a member's token from %s carries every claim that a login has", (issuer, version) => {
  const plain = sampleDirectory({
    application: { optionalClaims: { idToken: ["upn", "email", "groups"].map((name) => ({ name })) } },
  });
  const names = claimsOfLogin({ issuer: version, username: {}, claims: {} });
  expect(
    names.filter((name) => !elsewhere.includes(name)).filter((name) => !(name in claimsOf(plain, "ada", { issuer }))),
  ).toEqual([]);
});
