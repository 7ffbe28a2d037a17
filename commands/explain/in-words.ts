import { shown } from "../../config/text/shown";
import type { ExplainedClaim, ExplainedGrant, ExplainedGroup, Explanation } from "./explanation";
import type { PersonExplanation } from "./explain-person";

/** An explanation as people read it: the answer first. A line break in what a token says never begins a line of ours. */
export function inWords(explanation: Explanation | PersonExplanation): string {
  return linesOf(explanation).map(shown).join("\n");
}

function linesOf(explanation: Explanation | PersonExplanation): string[] {
  const { cluster, accepted, reason, fix, claims, notes } = explanation;
  const person = "person" in explanation ? explanation.person : undefined;
  if (accepted === false) {
    return [
      person === undefined
        ? `${cluster} refuses the token: ${reason ?? ""}`
        : `${person} cannot sign in to ${cluster}: ${reason ?? ""}`,
      ...(fix === null ? [] : [fix]),
      ...section("What the cluster wants, and what the token has:", claims.map(claimInWords)),
      ...conditions(explanation),
      ...notes,
    ];
  }
  return [
    `${verdict(explanation, person)} ${explanation.username ?? ""}`,
    ...section("Groups:", explanation.knownGroups.map(groupInWords)),
    ...access(explanation),
    ...conditions(explanation),
    ...notes,
  ];
}

function verdict({ accepted, cluster }: Explanation, person: string | undefined): string {
  if (person !== undefined) return `${cluster} is going to accept the token of ${person} as`;
  return accepted === true
    ? `${cluster} accepts the token as`
    : `Signature not checked. All else holds; ${cluster} would know the person as`;
}

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];

function groupInWords({ name, known }: ExplainedGroup): string {
  if (known.length === 0) return `${name} (the access file does not know this group)`;
  return `${name} (${known.map(({ key, displayName }) => (key === displayName ? key : `${key}, ${displayName}`)).join("; ")})`;
}

function access(explanation: Explanation | PersonExplanation): string[] {
  const { cluster, grants, fix } = explanation;
  const without = "withoutGroups" in explanation ? explanation.withoutGroups : null;
  if (without !== null)
    return [
      `No grant applies on ${cluster}, so the person may do there what everybody may: ${without}`,
      ...(fix === null ? [] : [fix]),
    ];
  if (grants.length === 0)
    return [
      `No group has a grant on ${cluster}, so the person may do nothing there but look what the API server offers.`,
    ];
  return section("So the person has:", grants.map(grantInWords));
}

function grantInWords({ group, role, namespaces, place }: ExplainedGrant): string {
  const where = namespaces === null ? "on the whole cluster" : `in ${namespaces.join(", ")}`;
  return `${role.kind} ${role.name} ${where}, through ${group} (${place})`;
}

function claimInWords({ name, wanted, got }: ExplainedClaim): string {
  return `${name}: wanted ${wanted}; ${got === null ? "not there" : `got ${got}`}`;
}

const conditions = (explanation: Explanation | PersonExplanation) =>
  "conditions" in explanation
    ? section(
        "What would be different:",
        explanation.conditions.map(({ when, then }) => `If ${when}: ${then}`),
      )
    : [];
