import type { Warning } from "../warning";

/** learn.microsoft.com/entra/identity/users/groups-dynamic-membership: operators need no hyphen, and texts have quotes. */
const operators = "eq|ne|startsWith|notStartsWith|contains|notContains|match|notMatch|in|notIn|any|all";
const operator = new RegExp(`\\s-?(${operators})\\b`, "i");
const withoutQuotes = new RegExp(
  `\\s-?(${operators})\\s+(?!["'[(_]|true\\b|false\\b|null\\b|[\\d-]|user\\.|device\\.|system\\.)`,
  "i",
);

/** What Entra would not read as a rule, as far as its text tells; `undefined` if nothing is odd. */
function oddity(rule: string): string | undefined {
  if (/^\s*Direct Reports for /i.test(rule)) return undefined;
  const code = rule.replace(/"[^"]*"|'[^']*'/g, '""');
  const [sign] = /&&|\|\||[=<>!]+/.exec(code) ?? [];
  if (sign !== undefined) return `has ${sign} outside of a text`;
  if (!operator.test(code)) return "has no operator of Entra's, such as -eq";
  return withoutQuotes.test(code) ? "compares with a text without quotes" : undefined;
}

/** Entra refuses a rule that it cannot read only when it is deployed. */
export const oddRules: Warning = function* ({ groups }) {
  for (const [key, { rule }] of Object.entries(groups)) {
    const odd = rule === undefined ? undefined : oddity(rule);
    if (odd === undefined) continue;
    yield [
      ["groups", key, "rule"],
      odd,
      'Entra may refuse the rule when you deploy. A rule looks like user.department -eq "Platform".',
    ];
  }
};
