import { NoAnswer } from "../../../config/no-answer";
import { didYouMean } from "../../../config/text/suggestion";
import { git } from "./git";

/** What a revision names. */
export interface Revision {
  /** Object ID of the commit. */
  readonly commit: string;
  /**
   * A file in it, as `REVISION:PATH` names one.
   *
   * @default - the access file
   */
  readonly object?: string;
}

/**
 * The commit that a revision names in the repository around a folder.
 *
 * @param isFile whether there is a file of that name, so that it need not be a revision
 * @returns `undefined` if it is none, and a file
 * @throws NoAnswer if it is neither
 */
export async function commitOf(against: string, folder: string, isFile: boolean): Promise<Revision | undefined> {
  const commit = await verified(against, folder);
  if (commit !== undefined) return { commit };
  if (isFile) return undefined;
  const around = await git(folder, ["rev-parse", "--is-shallow-repository"]);
  if (around.failure !== undefined) {
    throw new NoAnswer(`"${against}" is no file, and git is not installed, which would know revisions`);
  }
  if (/not a git repository/i.test(around.said)) {
    throw new NoAnswer(
      `"${against}" is no file, and the access file is in no git repository, which would know revisions`,
    );
  }
  if (!around.ok) throw new NoAnswer(`git does not read the repository of the access file: ${around.said}`);
  const [revision = "", ...path] = against.split(":");
  if (path.length > 0) {
    const inside = await verified(revision, folder);
    if (inside !== undefined) return { commit: inside, object: against };
  }
  throw new NoAnswer(
    await unknown(revision === "" ? against : revision, folder, around.stdout.toString().trim() === "true"),
  );
}

/** Object ID of the commit; `undefined` if git knows none. */
async function verified(revision: string, folder: string): Promise<string | undefined> {
  // Behind a search such as `:/text` nothing can stand, so what it finds is asked for its commit.
  const object = await objectOf(revision, folder);
  return object === undefined ? undefined : objectOf(`${object}^{commit}`, folder);
}

async function objectOf(revision: string, folder: string): Promise<string | undefined> {
  const { ok, stdout } = await git(folder, ["rev-parse", "--verify", "--quiet", revision]);
  const object = stdout.toString().trim();
  return ok && /^[0-9a-f]{40,64}$/.test(object) ? object : undefined;
}

/** More branches and tags are not compared. */
const mostNames = "--count=2000";

async function unknown(revision: string, folder: string, isShallow: boolean): Promise<string> {
  const refs = ["refs/heads", "refs/remotes", "refs/tags"];
  const { stdout } = await git(folder, ["for-each-ref", mostNames, "--format=%(refname:short)", ...refs]);
  const names = stdout
    .toString()
    .split("\n")
    .filter((name) => name !== "");
  const remote = names.find((name) => name.endsWith(`/${revision}`));
  const hint = remote === undefined ? didYouMean(revision, names) : `did you mean "${remote}"?`;
  const fetch = isShallow ? "; this clone is shallow, so fetch the revision first" : "";
  return `"${revision}" is no file and no revision that git knows${hint === undefined ? fetch : `; ${hint}`}`;
}
