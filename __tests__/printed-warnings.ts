import { parseAccess } from "../config/load";
import { inFile, inOrder } from "../config/mistake";
import { warningsOf } from "../config/warnings";
import type { Finding } from "../config/finding";

/** Every warning about an access file without mistakes, advice too, in the order of the file. */
export function findingsIn(text: string): Finding[] {
  const { warnings, advice } = warningsOf({ ...parseAccess(text, "access.yaml"), directory: "/srv/access" });
  return inOrder([...warnings, ...advice]);
}

/** The same, each in one line. */
export const warningsIn = (text: string): string[] => findingsIn(text).map((warning) => inFile("access.yaml", warning));

/** What nothing is warned about in, to stand at the end of a file without a login. */
export const quietLogin = "login: { username: { claim: oid }, groups: { emit: assigned } }\n";
