import type { Access } from "../../../config/schema/access";
import { accessOn } from "../../clusters/access-on";
import { assignmentRequired } from "../../login/login";
import { onceFor } from "../../once-for";
import { hasLeft } from "../../authentication/prediction";
import { maySignIn } from "../../login/sign-in";
import { own } from "../../own";
import { everybodyOf, isGuest, membershipsOf, withGroupsAround } from "../../users/people";
import { everyGrantedGroup } from "../grant";
import { signInOn, type SignIn } from "../sign-in";

/**
 * Somebody who may gain or lose something. `existing` and `rule`: whoever else is in a group of which Entra knows more members
 * than the file. `others`: whoever else is in the tenant. `without claims`: whoever has not these claims in the token.
 * `issuer`: whoever has a token of this issuer. `groups claim`: whoever has groups in this claim. `oauth server`: whoever signs in
 * by the OAuth server of this cluster. `address`: whoever serves this origin. `azure role`: whoever has a role of Azure on this cluster. `namesake`:
 * whoever is called as somebody else by another identity provider of this cluster. `tenant`: people of this tenant. `without condition`:
 * whoever signs in without this. `group manager`: whoever manages
 * all groups of the tenant. `in group`: whoever is in this group, by its key or object ID.
 */
export interface Holder {
  /**
   * A person's name as the file has it, in lower case; the key of a group, in the later file if it is there; claims, such as
   * `team "a"`; a URL; a claim.
   */
  readonly name: string;
  readonly kind:
    | "person"
    | "guest"
    | "existing"
    | "rule"
    | "others"
    | "without claims"
    | "issuer"
    | "groups claim"
    | "oauth server"
    | "address"
    | "azure role"
    | "namesake"
    | "tenant"
    | "without condition"
    | "in group"
    | "group manager";
}

/** What one file says of a holder. */
export interface Standing {
  /** The key of each group, to the key of the group that lists the holder. */
  readonly memberships: ReadonlyMap<string, string>;
  /** How a cluster takes the holder. */
  readonly signIn: (cluster: string) => SignIn;
  /** Whether Entra lets the holder in to the application of the login. */
  readonly isLetIn: boolean;
  /**
   * Whether Entra lets the holder in by another group alone, of which nothing is said here.
   *
   * @default false
   */
  readonly byAnother?: boolean;
}

/** Everybody of two files, each with what the files say. */
export function holdersOf(before: Access, after: Access): [holder: Holder, before: Standing, after: Standing][] {
  const people = [...new Set([...everybodyOf(before), ...everybodyOf(after)])].sort();
  const groups = [unlistedIn(before), unlistedIn(after)] as const;
  const identities = [...new Set([...groups[1].keys(), ...groups[0].keys()])];
  return [
    ...people.map((name): [Holder, Standing, Standing] => {
      const kind = isGuest(before, name) || isGuest(after, name) ? "guest" : "person";
      return [
        { name, kind },
        accountOf(before, after, name, "did not exist"),
        accountOf(after, before, name, "is disabled, because it is gone from the file"),
      ];
    }),
    ...identities.map((identity): [Holder, Standing, Standing] => {
      const [was = [], is = []] = groups.map((one) => one.get(identity));
      const [name = ""] = [...is, ...was];
      const kind = identity.startsWith("rule") ? "rule" : "existing";
      const byAnother = !areAssigned(before, was) && !areAssigned(after, is);
      return [{ name, kind }, standingOfGroups(before, was, byAnother), standingOfGroups(after, is, byAnother)];
    }),
    [{ name: "", kind: "others" }, standingOf(before, nobody), standingOf(after, nobody)],
  ];
}

/** No file lists this name. */
const nobody = "\u0000";

const standingOf = (access: Access, person: string): Standing => ({
  memberships: membershipsOf(access, person),
  signIn: (cluster) => signInOn({ access, cluster }, person),
  isLetIn: !hasLeft(access, person) && maySignIn(access, person),
});

/** The same of a person whose account one of both files may lack: then nobody signs in as that person. */
function accountOf(access: Access, other: Access, person: string, words: string): Standing {
  const isMade = own(other.users, person)?.create !== undefined;
  const standing = standingOf(access, person);
  if (!isMade || isListed(access).has(person)) return standing;
  return { ...standing, isLetIn: false, signIn: () => ({ taken: "refused", reason: `the account ${words}` }) };
}

const isListed = onceFor((access: Access): ReadonlySet<string> => new Set(everybodyOf(access)));

/** @param byAnother neither file assigns them, but whoever comes in by another group has what these give too */
function standingOfGroups(access: Access, keys: readonly string[], byAnother: boolean): Standing {
  const signIn: SignIn =
    byAnother || areAssigned(access, keys)
      ? { taken: "with groups" }
      : { taken: "refused", reason: "the group is not assigned to the application" };
  return {
    byAnother,
    isLetIn: signIn.taken === "with groups",
    memberships: withGroupsAround(access, keys),
    signIn: (cluster) => (accessOn(access, cluster) === access ? signIn : { taken: "with groups" }),
  };
}

/** Whether Entra lets direct members of these groups sign in. */
function areAssigned({ clusters, login }: Access, keys: readonly string[]): boolean {
  const granted = everyGrantedGroup(clusters);
  return keys.length > 0 && (!assignmentRequired(login) || keys.some((key) => granted.has(key)));
}

/** The groups whose members Entra alone knows, by what chooses these: two keys of one group are the same people. */
function unlistedIn({ groups }: Access): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const key of Object.keys(groups)) {
    const { existing, rule, displayName = key } = own(groups, key) ?? {};
    const identity =
      rule !== undefined
        ? `rule ${rule}`
        : existing === undefined
          ? undefined
          : `existing ${existing === true ? `called ${displayName}` : existing.toLowerCase()}`;
    if (identity !== undefined) found.set(identity, [...(found.get(identity) ?? []), key]);
  }
  return found;
}
