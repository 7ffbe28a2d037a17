import type { Access } from "../../config/schema/access";
import { accessOn } from "../../model/clusters/access-on";
import { presentClusters } from "../../model/clusters/present-clusters";
import { maySignIn } from "../../model/login/sign-in";
import { bindingsOf } from "../../model/rbac/binding";
import { rulesOf } from "../../model/rbac/own-role";
import type { Action, UrlAction, Verdict } from "../../model/rbac/verdict";
import { groupsOf, peopleOf } from "../../model/users/people";
import { outsider } from "../users/seed";
import { candidatesFor, listPods, type Candidate, type Granted } from "./candidate";
import { examplesOf } from "./example";
import { expectedOf } from "./expected";

/** What a person might want to do on a cluster, and what the access file says. */
export interface Question {
  readonly person: string;
  /** Key of the cluster. */
  readonly cluster: string;
  readonly action: Action | UrlAction;
  readonly expected: Verdict | "refused";
}

/** How many questions about one person on one cluster were left out. */
export interface LeftOut {
  readonly person: string;
  readonly cluster: string;
  readonly count: number;
}

export interface Questions {
  readonly questions: readonly Question[];
  /** The most about one person on one cluster. */
  readonly atMost: number;
  /** What this bound has left out; nobody of whom everything is asked. */
  readonly leftOut: readonly LeftOut[];
}

export interface Bounds {
  /** About one person on one cluster. */
  readonly each: number;
  /** In all; one about each person on each cluster is asked in any case. */
  readonly inAll: number;
}

const usual: Bounds = { each: 40, inAll: 6000 };

/**
 * For everybody and an outsider, on each cluster: what each of the person's grants allows, with the nearest thing that the
 * person may not do and the same in another namespace, and one thing that each grant of others allows. Of a person who cannot
 * sign in one thing.
 */
export function questionsOf(access: Access, { each, inAll }: Bounds = usual): Questions {
  const people = [...peopleOf(access), outsider(access)];
  const clusters = presentClusters(access).map(([key, cluster]) => {
    const granted = bindingsOf(cluster).map((binding): Granted => {
      const rules = rulesOf(access, binding.role);
      return { binding, examples: rules === undefined ? [] : examplesOf(binding.role.name, rules) };
    });
    return { key, granted };
  });
  const atMost = Math.max(1, Math.min(each, Math.floor(inAll / Math.max(1, people.length * clusters.length))));
  const [questions, leftOut]: [Question[], LeftOut[]] = [[], []];
  for (const person of people) {
    for (const { key, granted } of clusters) {
      const seen = accessOn(access, key);
      if (!maySignIn(seen, person)) {
        questions.push({ person, cluster: key, action: listPods, expected: "refused" });
        continue;
      }
      const found = askable(access, person, key, candidatesFor(groupsOf(seen, person), granted), atMost);
      questions.push(...found.questions);
      if (found.count > 0) leftOut.push({ person, cluster: key, count: found.count });
    }
  }
  return { questions, atMost, leftOut };
}

function askable(
  access: Access,
  person: string,
  cluster: string,
  candidates: readonly Candidate[],
  atMost: number,
): { readonly questions: readonly Question[]; readonly count: number } {
  const expected = (action: Action | UrlAction) => expectedOf(access, person, cluster, action);
  const asked = new Map<string, Question>();
  const left = new Set<string>();
  for (const { actions, refusedOnly } of candidates) {
    const action = refusedOnly ? actions.find((one) => expected(one) === "no") : actions[0];
    if (action === undefined) continue;
    const key = JSON.stringify(Object.entries(action).sort());
    if (asked.has(key)) continue;
    if (asked.size === atMost) {
      left.add(key);
      continue;
    }
    asked.set(key, { person, cluster, action, expected: expected(action) });
  }
  return { questions: [...asked.values()], count: left.size };
}
