import { z } from "zod";
import { unseenIn } from "../text/shown";

/** Arguments of `refine`: CDKTF would put another value in the place of its own marker, even inside an operator's text. */
export const withoutToken = [
  (text: string) => !text.includes("TfToken["),
  'must not contain "TfToken[", which CDKTF replaces',
] as const;

/** Joiners and variants, where a script or an emoji needs them: unicode.org/reports/tr31, "Layout and Format Control Characters". */
const needed =
  /(?<=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Extended_Pictographic}\p{Emoji_Modifier}\u{fe0f}])[\u{200c}\u{200d}\u{fe0e}\u{fe0f}]/gu;

/** Arguments of `refine`: whoever reads the text would see another one. */
export const visible = [
  (text: string) => unseenIn(text.replace(needed, "")) === undefined,
  "must not contain invisible characters: no control, zero-width or right-to-left marks",
] as const;

/**
 * Text of one line that an operator may word freely.
 *
 * @param most longest length in UTF-16 code units, as Microsoft Graph counts it
 */
export const Text = (most: number) => Lines(most).refine((text) => !/[\r\n]/.test(text), "must be one line");

/** The same with line breaks, which a block of YAML ends in. */
export const Lines = (most: number) =>
  z
    .string()
    .min(1, "must not be empty")
    .max(most, `must be ${String(most)} characters or fewer`)
    .refine((text) => visible[0](text.replace(/\r?\n/g, "")), visible[1])
    .refine(...withoutToken);

/** Arguments of `refine`: azuread writes a name into its query as it is, and the query ends at an apostrophe. */
export const withoutApostrophe = [
  (text: string) => !text.includes("'"),
  "must not contain ', which the azuread provider cannot look up; write \u2019 instead",
] as const;

export const guid = /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;

/**
 * A globally unique identifier, in lower case afterwards: Entra writes it so into the `iss` of a token.
 */
export const Guid = z.string().regex(guid, "must be a GUID such as 8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11").toLowerCase();

/** The tenant's own one. */
export const TenantId = z
  .string()
  .regex(guid, {
    error: ({ input }) => `must be a GUID such as 8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11${tenantHint(String(input))}`,
  })
  .toLowerCase();

/** Where to find the ID, for whoever has written something else that tells a tenant. */
function tenantHint(text: string): string {
  const digits = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i.exec(text);
  if (digits !== null) return `; write it with its hyphens, ${digits.slice(1).join("-").toLowerCase()}`;
  return /[.\s<]/.test(text) ? "; Entra shows it as Tenant ID, and az account show --query tenantId prints it" : "";
}

const domain = /^(?=.{1,48}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i;

/** Whether Entra would take this as a user principal name: learn.microsoft.com, "Microsoft Entra UserPrincipalName policies". */
export function isUserPrincipalName(text: string): boolean {
  const at = text.indexOf("@");
  return /^[\w.'!#^~-]{0,63}[\w'!#^~-]$/.test(text.slice(0, Math.max(at, 0))) && domain.test(text.slice(at + 1));
}

/** The same as a pattern of JSON Schema. */
export const userPrincipalName =
  "^[\\w.'!#^~-]{0,63}[\\w'!#^~-]@(?=.{1,48}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$";

/** What is before the @ and cannot be there, such as `; Entra accepts no "+" before the @`; or that these are several people. */
export function strangeLetter(address: string, allowed: RegExp): string {
  if (/@[^@]*[\s,;|/][^@]*@/.test(address.slice(0, 200))) return "; make each person an entry of the list";
  const [name = "", domain] = address.slice(0, 200).split("@");
  const strange = domain === undefined ? undefined : Array.from(name).find((letter) => !allowed.test(letter));
  if (strange === undefined) return "";
  if (strange === " ") return "; Entra accepts no space before the @";
  const seen = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(strange) ? JSON.stringify(strange) : codePoint(strange);
  return `; Entra accepts no ${seen} before the @`;
}

const codePoint = (letter: string) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** Owners of an object in Entra: user principal names and object IDs (of a service principal, say), in lower case afterwards. */
export const Owners = z
  .array(
    z
      .string()
      .refine(
        (owner) => isUserPrincipalName(owner) || guid.test(owner),
        "must be a user principal name or an object ID",
      )
      .toLowerCase()
      .meta({ pattern: `${userPrincipalName}|${guid.source}` }),
    { error: "must be a list of user principal names and object IDs" },
  )
  .min(1, "must name at least one owner; remove the key to make the deploying identity the owner")
  .max(100, "must name 100 owners or fewer, Microsoft Graph's limit");

/** Any domain of the DNS: RFC 1123. The shorter limit above is that of a tenant's own domains. */
const foreignDomain = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;

/** What of a mail address Entra would not invite; nothing if it would: learn.microsoft.com/graph/api/resources/invitation. */
export function unfitForGuest(text: string): "user" | "domain" | undefined {
  const at = text.lastIndexOf("@");
  if (!/^(?![.-])[\w.'-]{1,64}(?<![.-])$/.test(text.slice(0, Math.max(at, 0)))) return "user";
  return foreignDomain.test(text.slice(at + 1)) ? undefined : "domain";
}

/** The same as a pattern of JSON Schema. */
export const guestAddress =
  "^(?![.-])[\\w.'-]{0,63}[\\w']@(?=.{1,253}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$";

/** Whether Entra would invite this address. */
export function isGuestAddress(text: string): boolean {
  return unfitForGuest(text) === undefined;
}

/** Latin letters beside those of another script, which look the same to whoever reviews the file: Unicode TR 39, "Mixed-Script Detection". */
const hasMixedScripts = (name: string) => /\p{Script=Latin}/u.test(name) && /[^\p{Script=Latin}\P{L}]/u.test(name);

/** What Kubernetes takes as the name of a Role or ClusterRole (ValidatePathSegmentName in k8s.io/apimachinery), and everybody can see. */
export const RoleName = z
  .string()
  .min(1, "must not be empty")
  .refine(
    (name) => name !== "." && name !== ".." && !/[/%]/.test(name),
    'must be a name that Kubernetes accepts for a role: no "/", no "%", not "." or ".."',
  )
  .refine(
    (name) => name.trim() === name && !/[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(name),
    "must not have spaces at its ends, line breaks, control characters or invisible characters",
  )
  .refine(
    (name) => !hasMixedScripts(name),
    "must not mix Latin letters with those of another script, which look the same",
  )
  .refine(...withoutToken)
  .meta({ pattern: "^(?!\\.{1,2}$)[^/%]+$" });

/** A DNS label (RFC 1123), as Kubernetes wants it for a namespace. */
export const dnsLabel = /^(?=.{1,63}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

export const mustBeNamespace = "must be a namespace: 1 to 63 lower-case letters, digits and -, not - at either end";

export const Namespace = z.string().regex(dnsLabel, mustBeNamespace);

/** A name as EKS takes it for a cluster: 1 to 100 characters, `^[0-9A-Za-z][A-Za-z0-9\-_]*` (ClusterName in the EKS API model). */
export const EksName = z.string().regex(/^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/, {
  error: ({ input }) =>
    `must be 1 to 100 letters, digits, - and _, the first a letter or a digit${nameInArn(String(input))}`,
});

/** What of an ARN is the name. */
function nameInArn(text: string): string {
  const [, name] = /^arn:[a-z-]+:eks:[a-z0-9-]*:\d*:cluster\/([0-9A-Za-z][A-Za-z0-9_-]{0,99})$/.exec(text) ?? [];
  return name === undefined ? "" : `; write only the part of the ARN after cluster/: ${name}`;
}

/** Keys of maps, as JSON Schema tells them; the rules in config/rules/keys.ts have the sentences. */
export const key = (pattern: RegExp) => z.string().meta({ pattern: pattern.source });
/**
 * A group's key is its Terraform address and a Kubernetes label value. CDKTF drops every other character from an address,
 * so that two keys could become one group.
 */
export const groupKey = /^[A-Za-z]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?$/;
