import type { AccessFile } from "../../config/load";
import { accessOf } from "../../model/rbac/access-of";
import type { Answer, Asked, DecidingHeldGrant } from "../../model/rbac/answer";
import { ruleInWords } from "../../model/rbac/role-in-words";
import { decidingGrants, holdsAt } from "../../model/rbac/verdict";
import { accessOn } from "../../model/clusters/access-on";
import { unlistedGroups } from "../../model/rbac/who-may";
import { askCluster, groupOnCluster } from "../rbac/ask-cluster";
import { actionInWords, defaultSays, grantInWords, membershipInWords, roleInWords, roleSays } from "../rbac/in-words";

/** `yes`, `no` or `unknown` in the first line, and why below it. */
export function answerInWords(file: AccessFile, asked: Asked, person: string, answer: Answer): string {
  return [answer.verdict, ...reasons(file, asked, person, answer)].join("\n");
}

/** Sentences, and their steps indented. */
function reasons(file: AccessFile, asked: Asked, person: string, answer: Answer): string[] {
  const what = actionInWords(asked.action, asked.cluster);
  switch (answer.because) {
    case "everybody": {
      const { clusterRole, rule } = answer.everybodys;
      return [
        `${person} may ${what}, as everybody may who is signed in:`,
        `  Kubernetes gives everybody ClusterRole ${clusterRole}, which allows: ${ruleInWords(rule)}`,
      ];
    }
    case "default":
      return [
        `${person} may ${what}, unless the cluster took it away from everybody who is signed in:`,
        `  ${defaultSays(answer.byDefault)}`,
        toAsk(askCluster(asked.action, person, [answer.byDefault.group])),
      ];
    case "grant":
    case "role": {
      const [first, ...others] = answer.grants;
      if (first === undefined) return [];
      return [
        answer.because === "grant"
          ? `${person} may ${what}:`
          : `Whether ${person} may ${what} hangs on a role of the cluster:`,
        `  ${membershipInWords(person, first)}`,
        `  ${grantInWords(file, first)}`,
        `  ${roleSays(first)}`,
        ...others.map((grant) => `  Also: ${grantInWords(file, grant)}`),
        ...howToAsk(asked, person, answer.grants),
      ];
    }
    case "no sign-in":
      return [`${person} cannot sign in to ${asked.cluster}: ${answer.reason}`];
    case "no groups":
      return [`${person} signs in to ${asked.cluster}, but no grant applies: ${answer.reason}`];
    case "no grant":
      return [`${person} may not ${what}.`, ...heldThere(file, asked, person), ...entraKnowsMore(asked)];
  }
}

/** OpenShift's own rules are asked for as the person; a role that the file names can be looked at. */
function howToAsk({ access, cluster, action }: Asked, person: string, grants: readonly DecidingHeldGrant[]): string[] {
  const widened = grants.filter((grant) => grant.widened === true);
  if (widened.length === 0) return [];
  const groups = [...new Set(grants.map(({ group }) => groupOnCluster(access, cluster, group)))];
  return [toAsk(askCluster(action, person, groups))];
}

const toAsk = (command: string) => `Ask the cluster as its administrator: ${command}`;

function heldThere(file: AccessFile, { access, cluster, action }: Asked, person: string): string[] {
  const held = accessOf(access, person).find((one) => one.cluster === cluster)?.grants ?? [];
  const there = held.filter(({ namespaces }) => holdsAt(namespaces, action));
  if (there.length > 0) return ["What the person has there does not allow it:", ...told(file, there)];
  if (held.length === 0) return [`No group of the person has a grant on ${cluster}.`];
  return ["No grant of the person holds there. Elsewhere:", ...told(file, held)];
}

const told = (file: AccessFile, grants: readonly Parameters<typeof grantInWords>[1][]) =>
  grants.map((grant) => `  ${grantInWords(file, grant)}`);

function entraKnowsMore({ access, cluster, action }: Asked): string[] {
  return unlistedGroups(accessOn(access, cluster), decidingGrants(access, cluster, action)).map(
    ({ group, kept, grant: { role, rule } }) => {
      const who = kept === "rule" ? "the rule" : "somebody else";
      const then = rule === undefined ? `it hangs on ${roleInWords(role)}` : "the answer is yes";
      return `If ${who} has put the person into ${group} in Entra, ${then}.`;
    },
  );
}
