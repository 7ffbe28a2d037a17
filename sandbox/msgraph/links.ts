export type Relation = "members" | "owners" | "claimsMappingPolicies" | "manager";

/** References from one object to others, in the order in which they were added. */
export class Links {
  private readonly targets = new Map<Relation, Map<string, Set<string>>>();

  of(id: string, relation: Relation): readonly string[] {
    return [...(this.targets.get(relation)?.get(id) ?? [])];
  }

  has(id: string, relation: Relation, target: string): boolean {
    return this.targets.get(relation)?.get(id)?.has(target) ?? false;
  }

  /** IDs of the objects that refer to this one. */
  to(target: string, relation: Relation): readonly string[] {
    return [...(this.targets.get(relation) ?? [])].filter(([, targets]) => targets.has(target)).map(([id]) => id);
  }

  add(id: string, relation: Relation, target: string): void {
    const sources = this.targets.get(relation) ?? new Map<string, Set<string>>();
    this.targets.set(relation, sources);
    sources.set(id, (sources.get(id) ?? new Set()).add(target));
  }

  remove(id: string, relation: Relation, target: string): void {
    this.targets.get(relation)?.get(id)?.delete(target);
  }

  /** Removes every reference from and to an object. */
  forget(id: string): void {
    for (const sources of this.targets.values()) {
      sources.delete(id);
      for (const targets of sources.values()) targets.delete(id);
    }
  }
}
