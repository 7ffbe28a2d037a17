/** A part of the documented list: these cannot be mapped. [doc: reference-claims-customization] */
const restricted = new Set(
  [
    "aud iss iat nbf exp sub tid oid ver nonce at_hash c_hash email upn groups preferred_username nickname roles wids",
    "unique_name amr appid azp scp acr idp name_id puid sid tenant_region_scope",
  ].flatMap((line) => line.split(" ")),
);

/** Whether a claims mapping policy has no say in this claim. */
export function isRestricted(claim: string): boolean {
  return restricted.has(claim) || claim.startsWith("xms_") || claim.startsWith("extn.");
}
