import type { ClientRole } from "../../clients/preset";
import type { Holder } from "./holders";

/** Something that lets people in, or keeps them out, of whom the access file does not know all. */
export interface Opening {
  readonly kind: "gain" | "loss";
  /**
   * `claims`: a cluster requires claims, or no longer does. `issuer`: a cluster takes tokens of another issuer. `groups claim`: a
   * cluster reads groups from another claim. `projects`: OpenShift lets whoever signs in create projects. `login`: somebody owns the application. `group`: somebody owns a group. `sign-ins`:
   * the login sends people to an address. `managed group`: a group is not protected any more. `azure roles`: Azure's roles
   * count on an AKS cluster. `same user`: OpenShift makes one user of people of one name. `tenant`, `conditions`, `break glass`: Entra lets
   * other people in to the login. `client …`: a web client gives a role of its own.
   */
  readonly what:
    | "claims"
    | "issuer"
    | "groups claim"
    | "projects"
    | "login"
    | "group"
    | "sign-ins"
    | "sign-ins with a secret"
    | "managed group"
    | "azure roles"
    | "same user"
    | "tenant"
    | "conditions"
    | "break glass"
    | "client cluster-admin"
    | `client ${ClientRole}`;
  /** The cluster, as its name is told; the key of the group or of the client; empty for the login and for an address. */
  readonly where: string;
  /** Place in the file that has it: the later one for a gain, if it is there. */
  readonly at: readonly (string | number)[];
}

/** Somebody, and what opens or closes. */
export type HeldOpening = readonly [holder: Holder, opening: Opening];
