import { inFile } from "../../config/mistake";
import type { Finding, Findings } from "../../config/finding";
import { page } from "../terminal/page";

/** How many places of one kind are told; --json has all. */
const mostPlaces = 20;

/** The findings of a file for people: each kind once, with its places; what is accepted is counted; advice is one line. */
export function findingsInLines(file: string, { warnings, accepted, advice }: Findings): string[] {
  const kinds = new Set(warnings.map(({ rule }) => rule));
  return [
    ...[...kinds].flatMap((kind) =>
      kindInLines(
        file,
        kind,
        warnings.filter(({ rule }) => rule === kind),
      ),
    ),
    ...(accepted.length === 0 ? [] : [acceptedInWords(accepted)]),
    ...(advice.length === 0 ? [] : [adviceInWords(advice)]),
  ];
}

function kindInLines(file: string, kind: string, found: readonly Finding[]): string[] {
  const told = found.slice(0, mostPlaces);
  const left = found.length - told.length;
  return [
    `warning: ${kind}, see ${page((found[0]?.more ?? "").replace(/^docs\//, ""))}`,
    ...told.map((one) => `  ${inFile(file, { ...one, sentence: `${one.finding}${hasEnded(one)}` })}`),
    ...(left === 0 ? [] : [`  and ${String(left)} more, see --json`]),
    ...new Set(told.flatMap(({ why }) => (why === undefined ? [] : [`  ${why}`]))),
  ];
}

const hasEnded = ({ ended }: Finding) => (ended === undefined ? "" : ` (accepted until ${ended}, which is past)`);

function acceptedInWords(accepted: Findings["accepted"]): string {
  const [first = ""] = accepted.map(({ until }) => until).sort();
  return accepted.length === 1
    ? `1 warning is accepted until ${first}`
    : `${String(accepted.length)} warnings are accepted, the first of them until ${first}`;
}

/** A kind of advice in a few words; what is not here is told by its kind. */
const inShort: ReadonlyMap<string, string> = new Map([
  ["username", "user names can change"],
  ["many-groups", "people in more than 200 groups have no access"],
  ["edit-in-namespaces", '"edit" and "admin" read secrets in their namespaces'],
]);

function adviceInWords(advice: Findings["advice"]): string {
  const kinds = new Set(advice.map(({ rule }) => inShort.get(rule) ?? rule));
  return `advice: ${[...kinds].join("; ")}. See ${page("warnings.md#advice")}`;
}
