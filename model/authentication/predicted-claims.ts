import type { Access } from "../../config/schema/access";
import { valuesOf } from "../attributes/attribute";
import { issuerUrl } from "../login/login";
import { own } from "../own";
import { isGuest } from "../users/people";

/** A claim that a token is going to have. */
export interface PredictedClaim {
  /**
   * Its text.
   *
   * @default - only the directory knows it
   */
  readonly text?: string;
  /** Where it comes from, if the file does not say what it is; or why it is missing. */
  readonly because: string;
  /** Whether the token has it. */
  readonly there: "yes" | "no" | "if the directory has it";
}

const there = (text: string, because = "the access file"): PredictedClaim => ({ text, because, there: "yes" });
const missing = (because: string): PredictedClaim => ({ because, there: "no" });
const open = (because: string): PredictedClaim => ({ because, there: "if the directory has it" });

/**
 * What a claim of a person's ID token is going to be, as far as the access file knows.
 *
 * learn.microsoft.com/entra/identity-platform/id-token-claims-reference, .../optional-claims-reference
 *
 * @param person as the file names the person, in lower case
 */
export function predictedClaim(access: Access, person: string, claim: string): PredictedClaim {
  const { tenant, login, attributes } = access;
  const attribute = own(attributes, claim);
  if (attribute !== undefined && !attribute.retired) return attributeClaim(access, person, claim);
  switch (claim) {
    case "iss":
      return there(issuerUrl(access));
    case "tid":
      return there(tenant);
    case "ver":
      return there(login.issuer === "v1" ? "1.0" : "2.0");
    case "upn":
      return upn(access, person);
    case "email":
      return isGuest(access, person) && !person.includes("#ext#")
        ? there(person, "the guest's invitation")
        : open("the person's mail address in Entra");
    case "preferred_username":
      return isGuest(access, person) ? open("the guest's mail address in Entra") : there(person);
    case "oid":
    case "sub":
      return { because: "Entra's own ID of the person", there: "yes" };
    default:
      return open("what Entra stores about the person");
  }
}

function upn({ guests, login }: Pick<Access, "guests" | "login">, person: string): PredictedClaim {
  if (!isGuest({ guests }, person)) return there(person);
  const asked = own(login.claims, "upn")?.additionalProperties !== undefined;
  if (!login.guests && !asked) return missing("a guest's token has no upn unless login.guests is true");
  return person.includes("#ext#") && !asked ? there(person) : open("the guest's user principal name in Entra");
}

function attributeClaim(access: Access, person: string, name: string): PredictedClaim {
  const value = own(valuesOf(access, person), name);
  if (value !== undefined && value !== null) return there(String(value));
  return own(access.users, person) === undefined
    ? open("the attribute's value in Entra")
    : missing(`users has no value of the attribute "${name}" for this person, so the next deployment clears it`);
}
