import { own } from "../../../model/own";
import type { Action, AddressChange, OutputChange, StackChange } from "./address-change";
import type { ComingAndGoing } from "./coming-and-going";
import { changedArguments } from "./changed-arguments";
import { actionOfInstance, instancesOf, isSeveral, namesIn } from "./instances";
import { leftAccounts } from "../../../model/users/account";
import { blockOf, type Block, type Program, type StackText } from "./program";
import { argumentsOfTypes, replaces } from "./replacing-arguments";
import { ignores, StackValues } from "./stack-values";
import { unforeseen, type Unforeseen } from "./unforeseen";

/** What happens to one block `resource`: to each resource that it stands for. */
interface BlockChange {
  readonly action: Action | "nothing";
  readonly because: readonly string[];
}

const nothing: BlockChange = { action: "nothing", because: [] };

/** What deploying one program after another does, as Terraform plans it once the stacks before are deployed. */
export class Comparison {
  private readonly old: StackValues;
  private readonly now: StackValues;
  private readonly known = new Map<string, BlockChange>();

  constructor(
    private readonly before: Program,
    private readonly after: Program,
    private readonly people: ComingAndGoing,
  ) {
    this.old = new StackValues(before, { isNew: () => false, sameGroup: () => false, comes: () => false });
    this.now = new StackValues(after, {
      isNew: (stack, address) => ["create", "replace"].includes(this.change(stack, address).action),
      sameGroup: (stack, key) => this.keepsGroup(stack, key),
      comes: (person) => people.coming.includes(person),
    });
  }

  /** The stacks of which something changes, in an order in which they can be deployed. */
  stacks(): StackChange[] {
    return [...this.after.values()]
      .map((stack) => ({
        stack: stack.name,
        isNew: !this.before.has(stack.name),
        addresses: this.addresses(stack),
        outputs: this.outputs(stack),
      }))
      .filter(({ isNew, addresses, outputs }) => isNew || addresses.length > 0 || outputs.length > 0);
  }

  /** What cannot be told from the two programs. */
  unforeseen(): Unforeseen[] {
    return unforeseen(this.before, this.after, [this.old, this.now]);
  }

  /** Whether states are kept elsewhere from now on. */
  movesStates(): boolean {
    return [...this.after.values()].some(({ name, backend }) => {
      const old = this.before.get(name);
      return old !== undefined && JSON.stringify(old.backend) !== JSON.stringify(backend);
    });
  }

  private addresses(stack: StackText): AddressChange[] {
    const old = this.before.get(stack.name)?.resources ?? new Map<string, Block>();
    return [...new Set([...stack.resources.keys(), ...old.keys()])]
      .sort()
      .flatMap((address) => this.instances(stack, address));
  }

  /** A block that stands for several resources is told by each whose key is known. */
  private instances(stack: StackText, address: string): AddressChange[] {
    if (stack.name === "leavers") return this.leavers(stack, address);
    const change = this.change(stack.name, address);
    const old = this.before.get(stack.name)?.resources.get(address);
    const now = stack.resources.get(address);
    const [was, is] = [this.keys(this.old, stack, address, old), this.keys(this.now, stack, address, now)];
    if (was === undefined || is === undefined) {
      if (change.action === "nothing") return [];
      const several = isSeveral(now ?? blockOf(old)) ? "[*]" : "";
      const forced = now !== undefined && change.action === "replace";
      const refused = forced && blockOf(now["lifecycle"])["prevent_destroy"] === true;
      return [{ address: `${address}${several}`, action: change.action, because: change.because, refused }];
    }
    const taken = this.takenOver(stack, address);
    return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((key): AddressChange[] => {
      if (taken.includes(key)) return [];
      const action = actionOfInstance(change.action, was.get(key), is.get(key));
      if (action === "nothing") return [];
      const because = action === "replace" || action === "update" ? change.because : [];
      return [{ address: `${address}[${JSON.stringify(key)}]`, action, because, refused: false }];
    });
  }

  /** Who is in a group already that others keep from now on: a block `import` takes them over as they are. */
  private takenOver({ name: stack }: StackText, address: string): string[] {
    const key = address.replace("azuread_group_member.", "");
    const group = this.before.get(stack)?.resources.get(`azuread_group.${key}`);
    return group === undefined || !this.keepsGroup(stack, key) ? [] : namesIn(String(group["members"]));
  }

  /** One request for each account, by an object ID that only the directory knows. */
  private leavers(stack: StackText, address: string): AddressChange[] {
    const asks = (name: string) => stack.resources.has(`msgraph_resource_action.${name}`);
    if (address !== `msgraph_resource_action.${asks("deleted") ? "deleted" : leftAccounts}`) return [];
    return this.people.going.map((person) => ({
      address: `${address}[*]`,
      action: "create",
      because: [person],
      refused: false,
    }));
  }

  private keys(values: StackValues, stack: StackText, address: string, resource: Block | undefined) {
    const [type = ""] = address.split(".");
    if (resource === undefined) return type === "azuread_group_member" ? new Map<string, string>() : undefined;
    const { for_each: forEach } = resource;
    const placed = values === this.old ? this.before.get(stack.name) : stack;
    return forEach === undefined || placed === undefined ? undefined : instancesOf(type, values.text(placed, forEach));
  }

  private outputs(stack: StackText): OutputChange[] {
    const old = this.before.get(stack.name);
    const names = [...new Set([...stack.outputs.keys(), ...(old?.outputs.keys() ?? [])])].sort();
    return names.flatMap((name): OutputChange[] => {
      if (old?.outputs.has(name) !== true) return [{ name, action: "create" }];
      if (!stack.outputs.has(name)) return [{ name, action: "destroy" }];
      const same = this.old.text(old, old.outputs.get(name)) === this.now.text(stack, stack.outputs.get(name));
      return same ? [] : [{ name, action: "update" }];
    });
  }

  /** What happens to a resource of a stack, by its address. */
  private change(stackName: string, address: string): BlockChange {
    const key = `${stackName} ${address}`;
    const change = this.known.get(key) ?? this.compare(stackName, address);
    this.known.set(key, change);
    return change;
  }

  private compare(stackName: string, address: string): BlockChange {
    const [old, now] = [this.before.get(stackName), this.after.get(stackName)];
    const [was, is] = [old?.resources.get(address), now?.resources.get(address)];
    if (now === undefined) return nothing;
    if (is === undefined) {
      return was === undefined ? nothing : { action: now.released.has(address) ? "forget" : "destroy", because: [] };
    }
    if (old === undefined || was === undefined)
      return isOfLaterTurn(address) ? nothing : { action: "create", because: [] };
    return this.inPlace({ old, now, address, was, is });
  }

  private inPlace(both: InBoth): BlockChange {
    const { old, now, address, was, is } = both;
    const [type = ""] = address.split(".");
    if (this.appears(both)) return { action: "create", because: [] };
    const differs = (a: unknown, b: unknown) => this.old.text(old, a) !== this.now.text(now, b);
    const ignored = ignores(is);
    const unseen = own(argumentsOfTypes, type)?.writeOnly ?? [];
    const changed = changedArguments(was, is, differs).filter((name) => {
      const [argument = ""] = name.split(".");
      return !ignored.has("all") && !ignored.has(argument) && !unseen.includes(argument);
    });
    const forcing = changed.filter((name) => replaces(type, name));
    const triggers = this.triggers(now, is);
    const because = [...forcing, ...triggers];
    // A password out of turn: before its first, there is none.
    if (because.length > 0) return { action: "count" in is ? "create" : "replace", because };
    return changed.length > 0 ? { action: "update", because: changed } : nothing;
  }

  /** Whether somebody is there from now on for whom `for_each` makes a resource. */
  private appears({ old, now, address, was, is }: InBoth): boolean {
    if (address.startsWith("azuread_group_member.") || is["for_each"] === undefined) return false;
    return this.old.text(old, was["for_each"]) !== this.now.text(now, is["for_each"]);
  }

  /** What `replace_triggered_by` names and is changed, or for an attribute made anew. */
  private triggers({ name: stack }: StackText, resource: Block): string[] {
    const { replace_triggered_by: named = [] } = blockOf(resource["lifecycle"]);
    return (named as readonly string[]).filter((trigger) => {
      const [type = "", name = "", ...attribute] = trigger.split(".");
      const { action } = this.change(stack, `${type}.${name}`);
      return action === "replace" || (action === "update" && attribute.length === 0);
    });
  }

  private keepsGroup(stack: string, key: string): boolean {
    const group = this.before.get(stack)?.resources.get(`azuread_group.${key}`);
    if (group === undefined || this.change(stack, `azuread_group.${key}`).action !== "forget") return false;
    const name = String(group["display_name"]);
    const data = this.after.get(stack)?.data;
    const [asked] = (blockOf(data?.get(`msgraph_resource.${key}`)?.["query_parameters"])["$filter"] ?? []) as unknown[];
    const inBatch = asked === `displayName eq '${name.replaceAll("'", "''")}'`;
    return inBatch || data?.get(`azuread_group.${key}`)?.["display_name"] === name;
  }
}

/** The first password is of the slot `first`: the other slots have none before their turn. */
const isOfLaterTurn = (address: string) => /^azuread_application_password\.(?!first$)/.test(address);

interface InBoth {
  readonly old: StackText;
  readonly now: StackText;
  readonly address: string;
  readonly was: Block;
  readonly is: Block;
}
