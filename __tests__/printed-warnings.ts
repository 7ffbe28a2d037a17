import { parseAccess } from "../config/load";
import { inFile } from "../config/mistake";
import { warningsOf } from "../config/warnings";

/** Every warning about an access file without mistakes, as the operator reads it. */
export function warningsIn(text: string): string[] {
  return warningsOf({ ...parseAccess(text, "access.yaml"), directory: "/srv/access" }).map((warning) =>
    inFile("access.yaml", warning),
  );
}

/** What nothing is warned about in, to stand at the end of a file without a login. */
export const quietLogin = "login: { username: { claim: oid }, groups: { emit: assigned } }\n";
