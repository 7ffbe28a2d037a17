import { strings } from "../../draft";
import type { Mistake, Path } from "../../mistake";
import type { DraftRule } from "./policy-check";

type Danger = "wildcards" | "bind" | "escalate" | "impersonate";

/** What a wildcard in a list gives. */
const everything = {
  verbs: 'must name the verbs: "*" gives all, also bind, escalate, impersonate and those to come',
  apiGroups: 'must name the API groups: "*" gives all, also those of custom resources to come',
  resources: 'must name the resources: "*" gives all of the API groups, also those to come',
  nonResourceURLs: 'must name the URLs: "*" gives every path of the API server',
} as const;

const dangerousVerbs: readonly { readonly verb: Danger; readonly must: string }[] = [
  { verb: "bind", must: "must not be a verb with which people give themselves roles whose rights they do not have" },
  { verb: "escalate", must: "must not be a verb with which people write roles with more rights than they have" },
  { verb: "impersonate", must: "must not be a verb with which people act as somebody else, with all their rights" },
];

/** What lets people take more rights than the rule says, unless `allow` names it. */
export function* dangers(rule: DraftRule, path: Path, allow: readonly string[]): Generator<Mistake> {
  for (const [list, must] of Object.entries(everything) as [keyof typeof everything, string][]) {
    for (const { index, text } of strings(rule[list])) {
      const isEverything = text === "*" || (list === "nonResourceURLs" && text === "/*");
      if (isEverything) yield* lifted("wildcards", { path: [...path, list, index], must }, allow);
    }
  }
  for (const { index, text } of strings(rule.verbs)) {
    const danger = dangerousVerbs.find(({ verb }) => verb === text);
    if (danger === undefined) continue;
    yield* lifted(danger.verb, { path: [...path, "verbs", index], must: danger.must }, allow);
  }
}

function* lifted(danger: Danger, mistake: Mistake, allow: readonly string[]): Generator<Mistake> {
  if (!allow.includes(danger)) yield { ...mistake, hint: `if it is wanted, write allow: [${danger}]` };
}
