import type { Access } from "../../../config/schema/access";
import { onceFor } from "../../once-for";
import type { RoleRef } from "../binding";
import { everybodys } from "../everybodys";
import { rulesOf } from "../own-role";
import type { PolicyRule } from "../policy-rule";
import { allows } from "../verdict";
import { askedAt, atomsOf, isWithin, nameNamespaces, type Atom } from "./atom";
import type { HeldRoles, Rights } from "./rights";

/** The rights of somebody in one file. */
export interface Side {
  readonly access: Pick<Access, "roles">;
  readonly rights: Rights;
  /** Whether the cluster lets the person in, who then may do what everybody may. */
  readonly isIn: boolean;
}

/** What a role of one side allows in one place, and no role of the other side. */
export interface Beyond {
  /** The same number for the same: two that are equal are told together. */
  readonly id: number;
  /** Nothing, for a role that only the cluster knows. */
  readonly atoms: readonly Atom[];
  /** `all`: none of what the role allows there is on the other side. `unknown`: only the cluster knows the role. */
  readonly part: "all" | "some" | "unknown";
}

/** Compares sides; the same roles on both sides are compared once, however many people have them. */
export class Comparison {
  private readonly known = new Map<string, Beyond | undefined>();
  private readonly parts = new Map<string, boolean>();
  private readonly ids = new Map<string, number>();
  private readonly names = new WeakMap<HeldRoles, string>();
  private readonly sides = new WeakMap<object, number>();
  private count = 0;

  /**
   * What a role of one side gives beyond the other side.
   *
   * @param namespace where both are compared; `undefined` for the whole cluster
   * @returns `undefined` if it is nothing
   */
  beyond(role: RoleRef, one: Side, other: Side, namespace: string | undefined): Beyond | undefined {
    const here = namespace === undefined ? undefined : other.rights.inNamespaces.get(namespace);
    const key = [
      this.numberOf(one.access),
      `${role.kind} ${role.name}`,
      namespace === undefined ? "cluster" : this.nameOf(one.rights.everywhere),
      other.isIn,
      this.nameOf(other.rights.everywhere),
      here === undefined ? "" : this.nameOf(here),
      doNameNamespaces(one.access.roles) || doNameNamespaces(other.access.roles) ? (namespace ?? "") : "",
    ].join("\n");
    if (!this.known.has(key)) this.known.set(key, this.compare(role, one, other, namespace));
    return this.known.get(key);
  }

  /** Whether somebody to whom one is told need not be told the other. */
  isPartOf(beyond: Beyond, larger: Beyond): boolean {
    if (beyond.part === "unknown")
      return everythingAt("namespace").every((atom) => larger.atoms.some((one) => isWithin(atom, one)));
    const key = `${String(beyond.id)} ${String(larger.id)}`;
    const isPart = this.parts.get(key) ?? beyond.atoms.every((atom) => larger.atoms.some((one) => isWithin(atom, one)));
    this.parts.set(key, isPart);
    return isPart;
  }

  private compare(role: RoleRef, one: Side, other: Side, namespace: string | undefined): Beyond | undefined {
    const place = namespace === undefined ? "cluster" : "namespace";
    const theirs = rulesAt(other, namespace);
    // What holds on the whole cluster is told there.
    const told =
      namespace === undefined ? { rules: [], unknown: new Set() } : rulesAt({ ...one, isIn: false }, undefined);
    const rules = rulesOf(one.access, role);
    const isCovered = (atom: Atom) =>
      [...theirs.rules, ...told.rules].some((rule) => allows(rule, askedAt(atom, namespace)));
    if (rules === undefined) {
      const name = `${role.kind} ${role.name}`;
      const covered = theirs.unknown.has(name) || told.unknown.has(name) || everythingAt(place).every(isCovered);
      return covered ? undefined : this.made("unknown", []);
    }
    const all = atomsOf(rules, namespace);
    const atoms = all.filter((atom) => !isCovered(atom));
    return atoms.length === 0 ? undefined : this.made(atoms.length === all.length ? "all" : "some", atoms);
  }

  private made(part: Beyond["part"], atoms: readonly Atom[]): Beyond {
    const text = JSON.stringify([part, atoms]);
    const id = this.ids.get(text) ?? this.ids.size;
    this.ids.set(text, id);
    return { id, atoms, part };
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

/** What somebody may do in a place, and the roles there that only the cluster knows. */
function rulesAt({ access, rights, isIn }: Side, namespace: string | undefined) {
  const here = namespace === undefined ? undefined : rights.inNamespaces.get(namespace);
  const rules: PolicyRule[] = isIn ? everybodys.map(({ rule }) => rule) : [];
  const unknown = new Set<string>();
  for (const [name, { role }] of [...rights.everywhere, ...(here ?? [])]) {
    const known = rulesOf(access, role);
    if (known === undefined) unknown.add(name);
    else rules.push(...known);
  }
  return { rules, unknown };
}

const doNameNamespaces = onceFor((roles: Access["roles"]) =>
  Object.values(roles).some((role) => !role.existing && nameNamespaces(role.rules)),
);

/** Whoever may do this has whatever a role can give. */
const everythingAt = (place: "cluster" | "namespace"): Atom[] => [
  { verb: "*", apiGroup: "*", resource: "*" },
  ...(place === "cluster" ? [{ verb: "*", url: "*" }] : []),
];
