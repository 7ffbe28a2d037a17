import { findingsIn } from "../../printed-warnings";

/** What is warned about in a file at places whose path begins so, each with its path. */
export function warned(text: string, beginning = ""): string[] {
  return findingsIn(text)
    .filter(({ path }) => path.startsWith(beginning))
    .map(({ path, sentence }) => `${path} ${sentence}`);
}
