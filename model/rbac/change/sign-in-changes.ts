import type { Access, Cluster } from "../../../config/schema/access";
import { tokensOf, type Issuing } from "../../clusters/tokens-of";
import type { SignIn } from "../sign-in";
import type { ComparedCluster } from "./compared-clusters";
import type { SignInChange } from "./holders-change";
import type { ChangeOfKnown } from "./known-people";
import type { Rights } from "./rights";

/** What one file says of somebody on one cluster. */
export interface OnCluster {
  readonly access: Access;
  /** Its entry in either file that says that it is OpenShift: whatever the other one calls it, it is the same cluster. */
  readonly cluster: Cluster | undefined;
  /** Nothing for somebody whom the cluster does not let in, or whose groups it does not know. */
  readonly rights: Rights;
  readonly isIn: boolean;
  /** `undefined` if the file does not have the cluster. */
  readonly signIn: SignIn | undefined;
  readonly isGranted: boolean;
}

/**
 * How somebody is taken otherwise than before; more than one change only where it hangs on whether an OAuth server knows the person.
 *
 * @param props `isBare`: no right comes or goes. `ofKnown`: what an OAuth server does otherwise
 */
export function signInChangesOf(
  { name, gone, before, after }: ComparedCluster,
  then: OnCluster,
  now: OnCluster,
  { isBare, ofKnown }: { readonly isBare: boolean; readonly ofKnown: readonly ChangeOfKnown[] },
): SignInChange[] {
  const isCause = then.isGranted && now.isGranted;
  const shared = { cluster: name, ...(gone === undefined ? {} : { gone }), isCause, isBare };
  if ((before === undefined || after === undefined) && !isByEntry[tokensOf(before ?? after)]) return [];
  if (then.isIn !== now.isIn) {
    const kind = now.isIn ? "let in" : "shut out";
    const reason = reasonOf(now.isIn ? then : now);
    const groupless = now.isIn ? reasonOf(now) : undefined;
    const why = { ...(reason === undefined ? {} : { reason }), ...(groupless === undefined ? {} : { groupless }) };
    return [{ ...shared, kind, ...why }];
  }
  // Without groups nobody has any to lose.
  const mayLose = isCause && then.signIn?.taken === "with groups";
  const changes = ofKnown.filter(({ kind }) => (kind === "loses groups" ? mayLose : then.isIn));
  if (changes.length > 0) return changes.map((one) => ({ ...shared, ...one }));
  const [was, is] = [then.signIn?.taken === "without groups", now.signIn?.taken === "without groups"];
  // Without any right that comes or goes with the groups there is nothing to tell.
  if (was === is || !isCause || isBare) return [];
  const reason = reasonOf(is ? now : then);
  return [{ ...shared, kind: is ? "loses groups" : "gets groups", ...(reason === undefined ? {} : { reason }) }];
}

/** Whether it hangs on an entry whether a cluster lets people in. Azure does to AKS, with one and without. */
const isByEntry: Readonly<Record<Issuing, boolean>> = { login: true, "oauth-server": true, azure: false };

const reasonOf = ({ signIn }: OnCluster) => (signIn !== undefined && "reason" in signIn ? signIn.reason : undefined);
