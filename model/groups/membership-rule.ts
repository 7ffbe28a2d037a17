/** Parts of a rule that keep guests out; an operator needs no hyphen: learn.microsoft.com/entra/identity/users/groups-dynamic-membership. */
const harmless = [
  /user\.userType\s+-?eq\s+"Member"/gi,
  /user\.userType\s+-?ne\s+"Guest"/gi,
  /user\.userPrincipalName\s+-?not(Contains|Match)\s+"[^"]*#EXT#[^"]*"/gi,
];

/** Whether a rule of a group asks for guests, as far as its text tells: a part that a `not` turns round counts. */
export function letsGuestsIn(rule: string): boolean {
  const turned = /\bnot\b/i.test(rule.replace(/"[^"]*"/g, ""));
  const rest = turned ? rule : harmless.reduce((text, part) => text.replace(part, ""), rule);
  return /user\.userType|#EXT#/i.test(rest);
}
