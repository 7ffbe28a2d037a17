import type { Access } from "../../../config/schema/access";
import { onceFor } from "../../once-for";
import type { RoleRef } from "../binding";
import { ofKind } from "../../clusters/of-kind";
import { defaultBindings } from "../openshift-defaults";
import { rulesOf } from "../own-role";
import { allows } from "../verdict";
import { hasAdded, widenedRole, type WidenedRole } from "../widened-roles";
import { askedAt, atomsOf, isWithin, nameNamespaces, type Atom } from "./atom";
import { perhapsBy, type Perhaps } from "./perhaps";
import type { HeldRoles } from "./rights";
import { everythingAt, nothingAt, rulesAt } from "./rules-at";
import type { Side } from "./side";

/** What a role of one side allows in one place, and no role of the other side. */
export interface Beyond {
  /** The same number for the same: two that are equal are told together. */
  readonly id: number;
  /** Nothing, for a role that only the cluster knows. */
  readonly atoms: readonly Atom[];
  /** `all`: none of what the role allows there is on the other side. `unknown`: only the cluster knows the role. */
  readonly part: "all" | "some" | "unknown";
  /**
   * The role, if whatever OpenShift adds to it is not on the other side either.
   *
   * @default - nothing is added, or all of it is on the other side
   */
  readonly added?: WidenedRole;
  /**
   * By what the other side may have these nevertheless.
   *
   * @default - it has not
   */
  readonly perhaps?: Perhaps;
}

/** Compares sides; the same roles on both sides are compared once, however many people have them. */
export class Comparison {
  private readonly known = new Map<string, readonly Beyond[]>();
  private readonly parts = new Map<string, boolean>();
  private readonly ids = new Map<string, number>();
  private readonly names = new WeakMap<HeldRoles, string>();
  private readonly sides = new WeakMap<object, number>();
  private count = 0;

  /**
   * What a role of one side gives beyond the other side.
   *
   * @param namespace where both are compared; `undefined` for the whole cluster
   * @returns what the other side surely has not, and apart from it what it may have
   */
  beyond(role: RoleRef, one: Side, other: Side, namespace: string | undefined): readonly Beyond[] {
    const here = namespace === undefined ? undefined : other.rights.inNamespaces.get(namespace);
    const key = [
      this.numberOf(one.access),
      `${role.kind} ${role.name}`,
      givenBeside(one.cluster, namespace),
      givenBeside(other.cluster, namespace),
      namespace === undefined ? "cluster" : this.nameOf(one.rights.everywhere),
      other.isIn,
      this.nameOf(other.rights.everywhere),
      here === undefined ? "" : this.nameOf(here),
      doNameNamespaces(one.access.roles) || doNameNamespaces(other.access.roles) ? (namespace ?? "") : "",
    ].join("\n");
    const known = this.known.get(key) ?? this.compare(role, one, other, namespace);
    this.known.set(key, known);
    return known;
  }

  /** Whether somebody to whom one is told need not be told the other. */
  isPartOf(beyond: Beyond, larger: Beyond): boolean {
    const isIn = (atom: Atom) => larger.atoms.some((one) => isWithin(atom, one));
    if (beyond.part === "unknown") return everythingAt("namespace").every(isIn);
    const key = `${String(beyond.id)} ${String(larger.id)}`;
    const isPart =
      this.parts.get(key) ??
      (beyond.atoms.every(isIn) &&
        (beyond.added === undefined || hasAdded(larger.added, beyond.added) || everythingAt("namespace").every(isIn)));
    this.parts.set(key, isPart);
    return isPart;
  }

  private compare(role: RoleRef, one: Side, other: Side, namespace: string | undefined): readonly Beyond[] {
    const place = namespace === undefined ? "cluster" : "namespace";
    const theirs = rulesAt(other, namespace);
    // What holds on the whole cluster is told there.
    const told = namespace === undefined ? nothingAt : rulesAt({ ...one, isIn: false }, undefined);
    const rules = rulesOf(one.access, role);
    const isCovered = (atom: Atom) =>
      [...theirs.rules, ...told.rules].some((rule) => allows(rule, askedAt(atom, namespace)));
    if (rules === undefined) {
      const name = `${role.kind} ${role.name}`;
      const covered = theirs.unknown.has(name) || told.unknown.has(name) || everythingAt(place).every(isCovered);
      return covered ? [] : [this.made({ part: "unknown", atoms: [] })];
    }
    const all = atomsOf(rules, namespace);
    const sure: Atom[] = [];
    const open = new Map<string, { part: "some"; atoms: Atom[]; perhaps: Perhaps }>();
    for (const atom of all.filter((atom) => !isCovered(atom))) {
      const perhaps = perhapsBy({ ...other, widest: theirs.widest }, atom, namespace);
      const known = open.get(JSON.stringify(perhaps));
      if (perhaps === undefined) sure.push(atom);
      else if (known === undefined) open.set(JSON.stringify(perhaps), { part: "some", atoms: [atom], perhaps });
      else known.atoms.push(atom);
    }
    const widened = widenedRole(one.cluster, role);
    const added =
      widened === undefined ||
      [theirs, told].some(({ widest }) => hasAdded(widest, widened)) ||
      everythingAt("namespace").every(isCovered)
        ? undefined
        : widened;
    const isAll = sure.length === all.length && added === widened;
    const surely = { part: isAll ? "all" : "some", atoms: sure, ...(added === undefined ? {} : { added }) } as const;
    return [...(sure.length === 0 && added === undefined ? [] : [surely]), ...open.values()].map((one) =>
      this.made(one),
    );
  }

  private made(beyond: Omit<Beyond, "id">): Beyond {
    const text = JSON.stringify(beyond);
    const id = this.ids.get(text) ?? this.ids.size;
    this.ids.set(text, id);
    return { id, ...beyond };
  }

  private nameOf(roles: HeldRoles): string {
    const name = this.names.get(roles) ?? JSON.stringify([...roles.keys()].sort());
    this.names.set(roles, name);
    return name;
  }

  private numberOf(access: object): number {
    const number = this.sides.get(access) ?? this.count++;
    this.sides.set(access, number);
    return number;
  }
}

/** The same text where OpenShift gives the same beside the file. */
function givenBeside(cluster: Side["cluster"], namespace: string | undefined): string {
  const given = defaultBindings(cluster);
  const isApart = given.some((one) => one.namespace !== undefined && one.namespace === namespace);
  return `${ofKind(cluster, "openshift")?.openshift.signIn ?? ""} ${isApart ? (namespace ?? "") : ""}`;
}

const doNameNamespaces = onceFor((roles: Access["roles"]) =>
  Object.values(roles).some((role) => !role.existing && nameNamespaces(role.rules)),
);
