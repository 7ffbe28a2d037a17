import type { Access } from "../../../config/schema/access";
import { needs, type Need } from "../need";

/** What a stack with a client secret of the login application asks Microsoft Graph: `portal`, `client-<name>` and `credentials`. */
export function passwordNeeds({ login }: Access): Need[] {
  return [
    ...needs("plan", ["GET applications/{}"], { why: "see whether the client secret is there" }),
    ...needs("apply", ["POST applications/{}/addPassword", "POST applications/{}/removePassword"], {
      owned: login.owners === undefined,
      why: login.owners === undefined ? "make client secrets, as an owner of the application" : "make client secrets",
    }),
  ];
}
