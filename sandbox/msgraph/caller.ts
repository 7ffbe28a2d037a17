import type { HeldRights } from "./directory-view";

/** Who makes a request, by the access token. */
export interface Caller extends HeldRights {
  /** Of its service principal. */
  readonly objectId: string;
}
