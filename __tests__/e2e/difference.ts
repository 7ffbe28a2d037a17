import type { TokenVerdict } from "../../model/authentication/judge-token";
import type { RealVerdict } from "./token-reviewer";

/** What the judge says in another way than the API server; `undefined` if nothing is different. */
export function differenceOf(real: RealVerdict, judged: TokenVerdict): string | undefined {
  const [wanted, got] = [saidBy(real), saidBy(asReal(judged))];
  return wanted === got || bothRequired(wanted, got) ? undefined : `the API server: ${wanted}\nthe judge: ${got}`;
}

function asReal(judged: TokenVerdict): RealVerdict {
  if (judged.verdict === "refused") return { accepted: false, reason: judged.reason };
  const { username, groups } = judged;
  // [src] k8s.io/apiserver/pkg/authentication/group/authenticated_group_adder.go
  const known = groups.includes("system:authenticated") || groups.includes("system:unauthenticated");
  return { accepted: true, username, groups: known ? groups : [...groups, "system:authenticated"] };
}

const saidBy = (verdict: RealVerdict): string =>
  verdict.accepted
    ? `accepted as ${JSON.stringify([verdict.username, ...verdict.groups])}`
    : `refused: ${compared(verdict.reason)}`;

/** Where a reason ends, or goes on in words that are not compared. */
const ends: readonly RegExp[] = [
  // A parser of JSON, base64 or certificates says what it met.
  /^(oidc: verify token: oidc: malformed jwt: )/s,
  // Only the API server has tried to fetch, and writes the address as its HTTP client does.
  /^(oidc: could not expand distributed claims: while getting distributed claim "[^"]*": )/s,
  // CEL says what it met.
  /^(oidc: error evaluating group claim expression: expression '.*' resulted in error: )/s,
  // The text comes with the escapes that it has in the token.
  /^(oidc: verify token: oidc: failed to unmarshal claims: json: invalid number literal, trying to unmarshal )/s,
];

function compared(reason: string): string {
  const [start] = ends.flatMap((end) => end.exec(reason)?.[1] ?? []);
  // The clock runs on between the two.
  return start ?? reason.replace(/(oidc: current time ).*?( before the nbf)/s, "$1…$2");
}

/** Go goes through required claims in no order: it names any of those that fail. */
const bothRequired = (...reasons: readonly string[]) =>
  reasons.every((reason) => /^refused: oidc: (required|parse) claim /.test(reason));
