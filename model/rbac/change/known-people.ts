import type { Access } from "../../../config/schema/access";
import { oauthServerOf, type OpenShift } from "../../clusters/openshift";
import type { ComparedCluster } from "./compared-clusters";

type Method = NonNullable<OpenShift["mappingMethod"]>;

/** What an OAuth server of OpenShift does otherwise with what it keeps of whoever has signed in. */
export interface KnownPeople {
  /**
   * The name of the provider, which begins the name of each identity.
   *
   * @default - it has not changed
   */
  readonly provider?: { readonly was: string; readonly is: string };
  /**
   * The claim that user names come from.
   *
   * @default - it has not changed
   */
  readonly claim?: { readonly was: string; readonly is: string };
  /** How it comes to users; `was` is missing where no OAuth server was. */
  readonly mappingMethod: { readonly was?: Method; readonly is: Method };
}

/**
 * What changes for people whom the OAuth server of a cluster knows, or does not; `undefined` if it is nothing. An identity is
 * `<provider>:<sub>`: docs.redhat.com, OpenShift Container Platform 4.20, "Identity provider parameters"
 */
export function knownPeople(
  before: Access,
  after: Access,
  { before: old, after: young }: ComparedCluster,
): KnownPeople | undefined {
  const [then, now] = [oauthServerOf(old), oauthServerOf(young)];
  if (old === undefined || now === undefined) return undefined;
  const { mappingMethod: is = "claim" } = now;
  if (then === undefined) return is === "lookup" ? { mappingMethod: { is } } : undefined;
  const { mappingMethod: was = "claim" } = then;
  const provider = { was: then.provider, is: now.provider };
  const claim = { was: before.login.username.claim, is: after.login.username.claim };
  if (provider.was === provider.is && claim.was === claim.is && was === is) return undefined;
  return {
    ...(provider.was === provider.is ? {} : { provider }),
    ...(claim.was === claim.is ? {} : { claim }),
    mappingMethod: { was, is },
  };
}

/** Whom of all whom it lets in such a change touches; the file does not know who they are. */
export type Touched = "signed in before" | "signed in before, with the same user name" | "never signed in";

export interface ChangeOfKnown {
  readonly kind: "let in" | "shut out" | "loses groups";
  /** @default - everybody */
  readonly of?: Touched;
  readonly reason: string;
}

/**
 * How the OAuth server takes people otherwise. Of each method the same page says it, and github.com/openshift/oauth-server does
 * it: pkg/userregistry/identitymapper maps an identity that is known to its user, whatever the claims say now, and pkg/groupmapper
 * writes what they say into the groups.
 */
export function changesOfKnown({ provider, claim, mappingMethod: { was, is } }: KnownPeople): ChangeOfKnown[] {
  const renamed = `the identity provider ${provider?.was ?? ""} is called ${provider?.is ?? ""} now`;
  if (is === "lookup" && provider !== undefined) {
    const reason = `${renamed}, and lookup makes no identity`;
    return [{ kind: "shut out", reason, ...(was === "lookup" ? { of: "signed in before" } : {}) }];
  }
  return [
    ...(is === "lookup" && was !== "lookup" ? [unlessMade(was)] : []),
    ...(is !== "lookup" && was === "lookup"
      ? [{ kind: "let in", of: "never signed in", reason: `${is} makes users, and lookup made none` } as const]
      : []),
    ...(is === "claim" && provider !== undefined ? claimedAgain(renamed, claim) : []),
    ...(provider === undefined && claim !== undefined
      ? [{ kind: "loses groups", of: "signed in before", reason: keptNames } as const]
      : []),
  ];
}

/** Of people who signed in at another server than this one the cluster has no users. */
const unlessMade = (was: Method | undefined): ChangeOfKnown => ({
  kind: "shut out",
  ...(was === undefined ? {} : { of: "never signed in" }),
  reason: "lookup makes no users, so only those sign in who have a User, an Identity and a UserIdentityMapping",
});

const keptNames = "their users keep the old names, and their groups list the new ones";

/** Another user name is free, so it becomes another user, with the groups of the person. */
function claimedAgain(renamed: string, claim: KnownPeople["claim"]): ChangeOfKnown[] {
  const reason = `${renamed}, and claim gives no user to a second identity`;
  if (claim === undefined) return [{ kind: "shut out", of: "signed in before", reason }];
  // The ID of an object is nobody's name. Whoever lacks another claim is called by `sub`.
  if (claim.was === "oid" || claim.is === "oid") return [];
  return [{ kind: "shut out", of: "signed in before, with the same user name", reason }];
}
