import { realpathSync, statSync } from "node:fs";
import { basename } from "node:path";
import { NoAnswer } from "../../config/no-answer";
import { firstFew } from "../../config/text/first-few";
import { git } from "../report/against/git";

/** Terraform's checksums of providers: docs/deploy.md has operators commit them. */
const lockFile = ".terraform.lock.hcl";

/**
 * Refuses files in git where only this program and Terraform write: whoever commits them says what is deployed beside the
 * access file, where states are, which providers run, or what counts as deployed before.
 *
 * @param folders of stacks, and of records
 * @throws NoAnswer
 */
export async function refuseCommittedFiles(...folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const names = (await committedIn(folder)).filter((name) => basename(name) !== lockFile);
    if (names.length === 0) continue;
    throw new NoAnswer(
      `${folder} is written by this program alone, and git has files of it, by which whoever commits changes what is deployed or shown: ${firstFew(names)}. Find out who committed them, and take them out with git rm`,
    );
  }
}

/** Nothing where there is no git, or no repository. */
async function committedIn(folder: string): Promise<string[]> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  const { ok, stdout, failure } = await git(realpathSync(folder), ["ls-files", "-z"]);
  if (failure === "too large") return ["more than can be told"];
  return ok
    ? stdout
        .toString("utf8")
        .split("\0")
        .filter((name) => name !== "")
    : [];
}
