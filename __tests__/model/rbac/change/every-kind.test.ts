import { AccessSchema, type Access } from "../../../../config/schema/access";
import { maySignIn } from "../../../../model/login/sign-in";
import { own } from "../../../../model/own";
import { answerFor } from "../../../../model/rbac/answer";
import { askedAt, isWithin } from "../../../../model/rbac/change/atom";
import { changeOf } from "../../../../model/rbac/change/change-of";
import { comparedClusters, type ComparedCluster } from "../../../../model/rbac/change/compared-clusters";
import type { HoldersChange, PlacedDifference } from "../../../../model/rbac/change/holders-change";
import type { Action, UrlAction } from "../../../../model/rbac/verdict";
import { mayBeAdded } from "../../../../model/rbac/widened-roles";
import { whoMay } from "../../../../model/rbac/who-may";
import { everybodyOf } from "../../../../model/users/people";
import { actions, everyKind } from "./every-kind";

const seeds = Array.from({ length: 40 }, (_, index) => index + 1);

/** `added`: OpenShift may add it to a role. `default`: OpenShift gives it everybody. `role`: it hangs on a role that only the cluster knows. */
type Said = "yes" | "everybody" | "added" | "default" | "role" | "no";

/** What can-i answers; nobody signs in by an account that the file does not have yet. */
function said(access: Access, other: Access, cluster: string, person: string, action: Action | UrlAction): Said {
  if (own(other.users, person)?.create !== undefined && !everybodyOf(access).includes(person)) return "no";
  const answer = answerFor({ access, cluster, action }, person);
  if (answer.because === "everybody" || answer.because === "default") return answer.because;
  if (answer.verdict !== "unknown") return answer.verdict;
  return answer.grants.some(({ widened }) => widened !== true) ? "role" : "added";
}

const isInPlace = ({ namespaces }: PlacedDifference, action: Action | UrlAction) =>
  namespaces === undefined ||
  ("resource" in action && action.namespace !== undefined && namespaces.includes(action.namespace));

const placeOf = (action: Action | UrlAction) => ("resource" in action ? action.namespace : undefined);

/** Whether it is told that somebody gains or loses this, or more. */
const tells = (difference: PlacedDifference, action: Action | UrlAction) =>
  isInPlace(difference, action) && difference.atoms.some((atom) => isWithin(askedAt(action, placeOf(action)), atom));

/** Whether it is told of what one side has and the other has not, for each of what they say. */
function isTold(
  differences: readonly PlacedDifference[],
  action: Action | UrlAction,
  has: Said,
  hasNot: Said,
): boolean {
  const all = differences.filter((one) => tells(one, action));
  const there = differences.filter((one) => isInPlace(one, action));
  switch (`${has} ${hasNot}`) {
    case "yes no":
      return all.some(({ perhaps }) => perhaps === undefined);
    case "yes added":
    case "yes default":
    case "yes role":
      return all.length > 0;
    case "role no":
      return there.some(({ part }) => part === "unknown");
    case "added no":
      return there.some(({ added }) => added !== undefined) && "resource" in action && mayBeAdded(action);
    default:
      return true;
  }
}

/** Whether this alone is told, which is then so on one side and not on the other. */
function isTrue(
  difference: PlacedDifference,
  action: Action | UrlAction,
  saidOf: (action: Action | UrlAction) => readonly [has: Said, hasNot: Said],
): boolean {
  const asked = askedAt(action, placeOf(action));
  const bare = { ...asked };
  if ("resource" in bare) delete (bare as { namespace?: string }).namespace;
  if (!difference.atoms.some((atom) => JSON.stringify(sorted(atom)) === JSON.stringify(sorted(bare)))) return true;
  const [has, hasNot] = saidOf(difference.namespaces === undefined ? bare : action);
  return (
    has === "yes" && hasNot !== "yes" && hasNot !== "everybody" && (difference.perhaps === undefined || hasNot !== "no")
  );
}

const sorted = (value: object) =>
  Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort();

const isSameKind = ({ before, after }: ComparedCluster) =>
  before === undefined || after === undefined || (before.kind === "openshift") === (after.kind === "openshift");

const ofPerson = (changes: readonly HoldersChange[], person: string) =>
  changes.filter(({ holders }) => holders.some(({ name, kind }) => name === person && kind !== "existing"));

test.each(seeds)("on clusters of every kind, what is told is what can-i answers of both files, pair %i", (seed) => {
  const { before, after } = everyKind(seed);
  const changes = changeOf(before, after);
  const wrong: unknown[] = [];
  for (const cluster of comparedClusters(before, after).filter(isSameKind)) {
    const { key, name } = cluster;
    for (const person of new Set([...everybodyOf(before), ...everybodyOf(after)])) {
      const was = (action: Action | UrlAction) =>
        cluster.before === undefined ? "no" : said(before, after, key, person, action);
      const is = (action: Action | UrlAction) =>
        cluster.after === undefined ? "no" : said(after, before, key, person, action);
      const mine = ofPerson(changes, person);
      for (const [kind, has, hasNot] of [
        ["gains", is, was],
        ["losses", was, is],
      ] as const) {
        const differences = mine.flatMap((one) => one[kind]).filter((one) => one.cluster === name);
        for (const action of actions) {
          const sides = [has(action), hasNot(action)] as const;
          const isWrong =
            !isTold(differences, action, ...sides) ||
            differences.some((one) => isInPlace(one, action) && !isTrue(one, action, (as) => [has(as), hasNot(as)]));
          if (isWrong) wrong.push({ name, person, kind, action, sides });
        }
      }
    }
  }
  expect(wrong).toEqual([]);
});

const somebody = "somebody@contoso.com";
const theirs = AccessSchema.shape.groups.parse({ theirs: { existing: true, members: [somebody] } });

/** Pairs in which Entra does not begin to let them in by this group, or cease to: that is told of all that they have. */
const alike = seeds.filter((seed) => {
  const { before, after } = everyKind(seed);
  const [was, is] = [before, after].map((access) => maySignIn({ ...access, groups: theirs }, somebody));
  return was === is;
});

test.each(alike)("whoever else is in an existing group gains and loses what who-can says, pair %i", (seed) => {
  const { before, after } = everyKind(seed);
  const changes = changeOf(before, after);
  const wrong: unknown[] = [];
  for (const { key, name, ...cluster } of comparedClusters(before, after).filter(isSameKind)) {
    const others = (access: Access, action: Action | UrlAction) =>
      whoMay({ access, cluster: key, action }).unlisted.some(({ group, grant }) => group === "theirs" && grant.rule);
    const told = changes.filter(({ holders }) => holders.some(({ kind }) => kind === "existing"));
    for (const action of actions) {
      const was = cluster.before !== undefined && others(before, action);
      const is = cluster.after !== undefined && others(after, action);
      for (const [kind, has, hasNot] of [
        ["gains", is, was],
        ["losses", was, is],
      ] as const) {
        const differences = told.flatMap((one) => one[kind]).filter((one) => one.cluster === name);
        if (has && !hasNot && !differences.some((one) => tells(one, action))) wrong.push({ name, kind, action });
      }
    }
  }
  expect(wrong).toEqual([]);
});

test("most pairs say something of whoever else is in the group, also where Entra lets nobody in by it", () => {
  expect(alike.length).toBeGreaterThan(seeds.length / 2);
  const nested = alike.filter((seed) => {
    const { before, after } = everyKind(seed);
    const told = changeOf(before, after).some(
      ({ holders, gains, losses }) =>
        gains.length + losses.length > 0 && holders.some(({ kind }) => kind === "existing"),
    );
    return told && !maySignIn({ ...after, groups: theirs }, somebody);
  });
  expect(nested.length).toBeGreaterThan(0);
});

test("every way in is tried, and every kind of answer on both sides", () => {
  const ways = seeds.flatMap((seed) => {
    const { before, after } = everyKind(seed);
    return Object.values({ ...before.clusters, ...after.clusters }).map((cluster) =>
      cluster.kind === "openshift" ? cluster.openshift.signIn : cluster.kind,
    );
  });
  expect(new Set(ways)).toEqual(new Set(["eks", "kubernetes", "aks", "external", "rosa-hcp", "oauth", "rosa-classic"]));
  const told = seeds.flatMap((seed) => {
    const { before, after } = everyKind(seed);
    return changeOf(before, after).flatMap(({ gains, losses }) => [...gains, ...losses]);
  });
  expect(new Set(told.map(({ perhaps }) => perhaps?.because))).toEqual(new Set([undefined, "added", "everybodys"]));
  expect(new Set(told.map(({ added }) => added))).toEqual(new Set([undefined, "view", "edit", "admin"]));
  expect(new Set(told.map(({ part }) => part))).toEqual(new Set(["all", "some", "unknown"]));
});
