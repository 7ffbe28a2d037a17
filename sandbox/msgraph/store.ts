import type { Collection, GraphObject, Tenant } from "./directory-view";
import type { Entry } from "./entry";
import { notFound } from "./graph-error";
import { rightNow } from "./instant";
import { sameText } from "./json";
import { Links, type Relation } from "./links";
import { Secrets } from "./secrets";

const directoryObjects: readonly Collection[] = [
  "users",
  "groups",
  "servicePrincipals",
  "applications",
  "claimsMappingPolicies",
];

/** Every object of a directory and how they refer to each other. */
export class Store {
  readonly links = new Links();
  readonly secrets = new Secrets();
  /** Deleted objects that could be restored, by ID. */
  readonly deleted = new Map<string, Entry>();
  /** How long an object that is created now stays unknown. */
  consistencyMs = 0;
  /** Whether the request comes to a replica that lags behind. */
  lagging = true;
  private readonly entries = new Map<Collection, Map<string, Entry>>();

  constructor(readonly tenant: Tenant) {}

  /** Everything of a collection, replicated or not: what uniqueness and derived values go by. */
  all(collection: Collection): readonly Entry[] {
    return [...(this.entries.get(collection)?.values() ?? [])];
  }

  /** What has reached the replica that answers. */
  visible(collection: Collection): readonly Entry[] {
    return this.all(collection).filter((entry) => this.isVisible(entry));
  }

  create(collection: Collection, data: GraphObject): Entry {
    const entry = { collection, id: data.id, data, visibleAt: Date.now() + this.consistencyMs };
    const entries = this.entries.get(collection) ?? new Map<string, Entry>();
    this.entries.set(collection, entries.set(data.id, entry));
    return entry;
  }

  /** The object with this ID, or the user with this name; throws 404 without one. */
  find(collection: Collection, id: string): Entry {
    const entries = this.entries.get(collection);
    const entry = entries?.get(id) ?? entries?.get(id.toLowerCase()) ?? this.userNamed(collection, id);
    if (entry === undefined || !this.isVisible(entry)) throw notFound(id);
    return entry;
  }

  /** The directory object with this ID, whatever it is; throws 404 without one. */
  findDirectoryObject(id: string): Entry {
    const found = directoryObjects.flatMap((collection) => this.entries.get(collection)?.get(id.toLowerCase()) ?? []);
    const [entry] = found.filter((entry) => this.isVisible(entry));
    if (entry === undefined) throw notFound(id);
    return entry;
  }

  /** The objects that an object refers to, as far as they are visible. */
  linked(id: string, relation: Relation): readonly Entry[] {
    const targets = this.links.of(id, relation);
    return targets
      .flatMap((target) => directoryObjects.flatMap((collection) => this.entries.get(collection)?.get(target) ?? []))
      .filter((entry) => this.isVisible(entry));
  }

  /** Removes an object for good, with every reference to it. */
  remove(entry: Entry): void {
    this.entries.get(entry.collection)?.delete(entry.id);
    this.links.forget(entry.id);
  }

  /** Moves an object to the deleted items, without the references to it. */
  softDelete(entry: Entry): void {
    this.remove(entry);
    entry.data = { ...entry.data, deletedDateTime: rightNow() };
    this.deleted.set(entry.id, entry);
  }

  private isVisible({ visibleAt }: Entry): boolean {
    return !this.lagging || Date.now() >= visibleAt;
  }

  private userNamed(collection: Collection, name: string): Entry | undefined {
    if (collection !== "users") return undefined;
    return this.all("users").find(({ data }) => sameText(data["userPrincipalName"], name));
  }
}
