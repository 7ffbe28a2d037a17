import type { Access } from "../config/schema/access";
import { presentClusters } from "../model/clusters/present-clusters";
import { maySignIn } from "../model/login/sign-in";
import { verdict, type Action, type Verdict } from "../model/rbac/verdict";
import { peopleOf } from "../model/users/people";
import { namespacesOf, outsider } from "./seed";

/** What a person might want to do on a cluster, and what the access file says. */
export interface Question {
  readonly person: string;
  /** Key of the cluster. */
  readonly cluster: string;
  readonly action: Action;
  readonly expected: Verdict | "refused";
}

/** The actions that tell the built-in roles apart. */
const actions: readonly Omit<Action, "namespace">[] = [
  { verb: "list", resource: "pods" },
  { verb: "create", resource: "deployments", apiGroup: "apps" },
  { verb: "get", resource: "secrets" },
  { verb: "delete", resource: "nodes" },
];

/** A namespace that no grant names. */
const elsewhere = "default";

/** For everybody and an outsider, on each cluster, in each namespace that a grant names and in one that none names. */
export function questionsOf(access: Access): Question[] {
  return [...peopleOf(access), outsider(access)].flatMap((person) =>
    presentClusters(access).flatMap(([cluster]) =>
      [...new Set([...namespacesOf(access, cluster), elsewhere])].flatMap((namespace) =>
        actions.map((action) => {
          const asked = { ...action, namespace };
          return { person, cluster, action: asked, expected: expectedOf(access, person, cluster, asked) };
        }),
      ),
    ),
  );
}

function expectedOf(access: Access, person: string, cluster: string, action: Action): Question["expected"] {
  return maySignIn(access, person) ? verdict(access, person, cluster, action) : "refused";
}
