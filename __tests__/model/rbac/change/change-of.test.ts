import { presentClusters } from "../../../../model/clusters/present-clusters";
import { answerBy } from "../../../../model/rbac/answer";
import { everybodysRule } from "../../../../model/rbac/everybodys";
import { signInOn } from "../../../../model/rbac/sign-in";
import { decidingGrants } from "../../../../model/rbac/verdict";
import { changeOf } from "../../../../model/rbac/change/change-of";
import type { HoldersChange, PlacedDifference } from "../../../../model/rbac/change/holders-change";
import type { Atom } from "../../../../model/rbac/change/atom";
import type { Access } from "../../../../config/schema/access";
import { bruteForce, withChart } from "./brute-force";
import { edits, randomEdit } from "./random-edits";

const seeds = Array.from({ length: 60 }, (_, index) => index + 1);

/** Who is told to gain or to lose, as `person on cluster`. */
function told(changes: readonly HoldersChange[]) {
  const found = { gains: new Set<string>(), losses: new Set<string>() };
  for (const { holders, gains, losses, signIns } of changes) {
    for (const { name } of holders.filter(({ kind }) => kind === "person" || kind === "guest")) {
      for (const { cluster } of gains) found.gains.add(`${name} on ${cluster}`);
      for (const { cluster } of losses) found.losses.add(`${name} on ${cluster}`);
      for (const { cluster, kind } of signIns) {
        (kind === "let in" ? found.gains : found.losses).add(`${name} on ${cluster}`);
      }
    }
  }
  return found;
}

const sorted = (found: Set<string>) => [...found].sort();

test.each(seeds)("who gains and loses is who does by asking everything, edit %i", (seed) => {
  const { before, after } = randomEdit(seed);
  const { gains, losses } = bruteForce(before, after);
  const found = told(changeOf(before, after));
  expect({ gains: sorted(found.gains), losses: sorted(found.losses) }).toEqual({
    gains: sorted(gains),
    losses: sorted(losses),
  });
});

/** What an atom stands for and no rule names. */
function fresh(atom: Atom, namespace: string | undefined) {
  const verb = atom.verb === "*" ? "frobnicate" : atom.verb;
  if ("url" in atom) return { verb, url: atom.url.replace(/\*+$/, "fresh") };
  const { apiGroup = "", resource } = atom;
  const { name = resource === "namespaces" ? namespace : undefined } = atom;
  return {
    verb,
    apiGroup: apiGroup === "*" ? "fresh.example.com" : apiGroup,
    resource: resource.replace("*", "fresh"),
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
  };
}

function may(access: Access, cluster: string, person: string, action: ReturnType<typeof fresh>): boolean {
  const isThere = presentClusters(access).some(([key]) => key === cluster);
  if (!isThere || signInOn({ access, cluster }, person).taken === "refused") return false;
  const grants = decidingGrants(withChart(access), cluster, action);
  return (
    answerBy({ everybodys: everybodysRule(action), grants }, { access, cluster, action }, person).verdict === "yes"
  );
}

function witnessed(one: Access, other: Access, person: string, difference: PlacedDifference): void {
  const { cluster, part, atoms, namespaces = [undefined], role } = difference;
  for (const namespace of namespaces) {
    for (const atom of part === "unknown" ? [] : atoms) {
      const action = fresh(atom, namespace);
      const asked = { person, action, cluster, role };
      const verdicts = [may(one, cluster, person, action), may(other, cluster, person, action)];
      expect({ ...asked, verdicts }).toEqual({ ...asked, verdicts: [true, false] });
    }
  }
}

test.each(seeds)("everything that is told can be done in one file and not in the other, edit %i", (seed) => {
  const { before, after } = randomEdit(seed);
  for (const { holders, gains, losses } of changeOf(before, after)) {
    const person = holders.find(({ kind }) => kind === "person" || kind === "guest");
    if (person === undefined) continue;
    for (const gain of gains) witnessed(after, before, person.name, gain);
    for (const loss of losses) witnessed(before, after, person.name, loss);
  }
  expect(changeOf(before, before)).toEqual([]);
});

test("every kind of edit is tried; people gain and lose in more than a third of them, and nobody does in some", () => {
  const tried = seeds.map((seed) => {
    const { before, after, names } = randomEdit(seed);
    return { names, ...told(changeOf(before, after)) };
  });
  expect(new Set(tried.flatMap(({ names }) => names))).toEqual(new Set(Object.keys(edits)));
  const share = (is: (one: (typeof tried)[number]) => boolean) => tried.filter(is).length / seeds.length;
  expect(share(({ gains }) => gains.size > 0)).toBeGreaterThan(1 / 3);
  expect(share(({ losses }) => losses.size > 0)).toBeGreaterThan(1 / 3);
  expect(share(({ gains, losses }) => gains.size + losses.size === 0)).toBeGreaterThan(0.05);
});
