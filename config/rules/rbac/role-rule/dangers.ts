import { dangers as table } from "../../../../model/rbac/dangers";
import { strings } from "../../../draft";
import { written, type Mistake, type Path } from "../../../mistake";
import type { DangerName } from "../../../schema/allow";
import type { DraftRule } from "./check";

/** What a wildcard in a list gives. */
const everything = {
  verbs: 'must name the verbs: "*" allows all of them, including bind, escalate, impersonate and future verbs',
  apiGroups: 'must name the API groups: "*" allows all of them, including future custom resources',
  resources: 'must name the resources: "*" allows all of the API groups, including future ones',
  nonResourceURLs: 'must name the URLs: "*" allows every path of the API server',
} as const;

/** Verbs that are dangerous wherever they stand. */
const dangerousVerbs: ReadonlyMap<string, DangerName> = new Map(
  (["bind", "escalate", "impersonate"] as const).flatMap((name) =>
    table
      .filter((danger) => danger.name === name)
      .flatMap(({ requests }) => requests.flatMap(({ verbs }) => verbs.map((verb) => [verb, name] as const))),
  ),
);

/** What lets people take more rights than the rule says, unless `allow` of the file or of the role names it. */
export function* dangers(rule: DraftRule, path: Path, allow: readonly string[]): Generator<Mistake> {
  for (const [list, must] of Object.entries(everything) as [keyof typeof everything, string][]) {
    for (const { index, text } of strings(rule[list])) {
      const isEverything = text === "*" || (list === "nonResourceURLs" && text === "/*");
      if (isEverything) yield* lifted("wildcards", { path: [...path, list, index], must }, allow);
    }
  }
  for (const { index, text } of strings(rule.verbs)) {
    const name = dangerousVerbs.get(text);
    const danger = table.find((one) => one.name === name);
    if (name === undefined || danger === undefined) continue;
    const must = `must not be a verb with which people ${danger.everywhere}`;
    yield* lifted(name, { path: [...path, "verbs", index], must }, allow);
  }
}

function* lifted(danger: DangerName, mistake: Mistake, allow: readonly string[]): Generator<Mistake> {
  if (allow.includes(danger)) return;
  yield { ...mistake, hint: `if you want this, write allow: [${danger}] in ${written(mistake.path.slice(0, 2))}` };
}
