import { parseAccess } from "../../../config/load";
import { warningsOf } from "../../../config/warnings";

/** What is warned about in a file at places whose path begins so, each with its path. */
export function warned(text: string, beginning = ""): string[] {
  return warningsOf({ ...parseAccess(text, "access.yaml"), directory: "/srv/access" })
    .filter(({ path }) => path.startsWith(beginning))
    .map(({ path, sentence }) => `${path} ${sentence}`);
}
