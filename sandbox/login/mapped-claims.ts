import { isRestricted } from "../../model/login/restricted-claims";
import type { DirectoryView } from "../msgraph/directory-view";
import { withValue, type Claims } from "./claims";
import { policiesOf, type MappedClaim } from "./claims-mapping-policy";
import { EntraError } from "./entra-error";
import { extensionValue } from "./extension";
import { sameText } from "./same-text";
import type { SignIn } from "./sign-in";
import type { User } from "./user";

/** ID of a ClaimsSchema entry in lower case, to the property of a user. [doc: reference-claims-customization] */
const userProperties: Readonly<Record<string, string>> = {
  city: "city",
  companyname: "companyName",
  country: "country",
  department: "department",
  displayname: "displayName",
  employeeid: "employeeId",
  givenname: "givenName",
  jobtitle: "jobTitle",
  mail: "mail",
  mailnickname: "mailNickname",
  objectid: "id",
  onpremisessamaccountname: "onPremisesSamAccountName",
  postalcode: "postalCode",
  preferredlanguage: "preferredLanguage",
  state: "state",
  streetaddress: "streetAddress",
  surname: "surname",
  telephonenumber: "mobilePhone",
  userprincipalname: "userPrincipalName",
};

/** The claims that claims mapping policies add, and whether the basic ones stay beside them. [guess] guests have them too, and however many there are. */
export function mappedClaims(directory: DirectoryView, { client, user }: SignIn) {
  const policies = policiesOf(directory, client.servicePrincipal);
  if (policies.length > 0 && client.application.api?.acceptMappedClaims !== true) {
    // [seen]
    throw new EntraError(
      50146,
      "invalid_request",
      "This application is required to be configured with an application-specific signing key. It is either not configured with one, or the key has expired or is not yet valid.",
    );
  }
  const entries = policies
    .flatMap(({ ClaimsSchema }) => ClaimsSchema ?? [])
    .flatMap((entry) => {
      // [guess] a value is what the directory has, a number or true or false too; the real service may write text
      const name = entry.JwtClaimType ?? entry.JWTClaimType ?? "";
      // [guess] restricted claims are left out; the real service may refuse the policy
      return name === "" || isRestricted(name) ? [] : [[name, valueOf(directory, user, entry)] as const];
    });
  const mapped: Claims = withValue(Object.fromEntries(entries));
  return { mapped, basic: !policies.some(({ IncludeBasicClaimSet: basic }) => sameText(String(basic), "false")) };
}

function valueOf(directory: DirectoryView, user: User, { Source, ID = "", ExtensionID, Value }: MappedClaim): unknown {
  if (!sameText(Source, "user")) return Value;
  if (ExtensionID !== undefined && ExtensionID !== "") return extensionValue(directory, user, ExtensionID);
  const [, number] = /^extensionattribute(\d+)$/i.exec(ID) ?? [];
  if (number !== undefined) return user.onPremisesExtensionAttributes?.[`extensionAttribute${number}`];
  return user[userProperties[ID.toLowerCase()] ?? ""];
}
