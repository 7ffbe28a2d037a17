import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The folder that git would take for a repository although it is only a folder of one: files that somebody has committed as
 * `HEAD`, `objects` and `config` decide then what a revision holds, and which commands git runs.
 *
 * [doc] git-scm.com/docs/git-config, "safe.bareRepository", which git knows from 2.38 and does not follow by default
 *
 * @param folder absolute; git looks from there upwards, at each step for `.git` first
 */
export function embeddedRepository(folder: string): string | undefined {
  const has = (name: string) => existsSync(join(folder, name));
  if (has(".git")) return undefined;
  // [src] is_git_directory in git/git, setup.c: what is in `objects` may also stand where `commondir` leads.
  if (has("HEAD") && (has("objects") || has("commondir"))) return folder;
  const around = dirname(folder);
  return around === folder ? undefined : embeddedRepository(around);
}
