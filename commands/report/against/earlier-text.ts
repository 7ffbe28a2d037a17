import { realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, relative, sep } from "node:path";
import { parseYaml } from "../../../config/file/parse-yaml";
import { UnreadFile, given } from "../../../config/file/read-bytes";
import { mostBytes, readText } from "../../../config/file/read-file";
import { filesBeside, type IncludedFiles } from "../../../config/include/included-files";
import { includedPaths } from "../../../config/include/whole";
import { InvalidAccessFile } from "../../../config/mistake";
import { NoAnswer } from "../../../config/no-answer";
import { understand } from "../../../config/understand";
import { git } from "./git";
import { linksOn } from "./links-on";
import { commitOf } from "./revision";

/** The text of an access file as it was. */
export interface EarlierText {
  /** For messages: `old.yaml`, or `main:access.yaml`. */
  readonly name: string;
  /** Empty if there was no file. */
  readonly text: string;
  /** What it includes, as it was then. */
  readonly files: IncludedFiles;
  /**
   * The commit that it is of.
   *
   * @default - it is a file
   */
  readonly commit?: string;
}

/**
 * The text that `--against` names: a file, seen from the working directory, or the access file at a revision of git. What is
 * both is refused, as git refuses it.
 *
 * @param file path of the access file as it is now
 * @throws NoAnswer if it is neither, or cannot be read
 */
export async function earlierText(against: string, file: string): Promise<EarlierText> {
  if (against === "/dev/null") return { name: against, text: "", files: filesBeside(against) };
  if (against === "" || (against.startsWith("-") && against !== "-")) {
    throw new NoAnswer(`--against must name a revision of git or a file, got "${against}"`);
  }
  if (against === "-" && file === "-") {
    throw new NoAnswer("--file and --against cannot both be standard input");
  }
  const isFile = against === "-" || statSync(against, { throwIfNoEntry: false })?.isDirectory() === false;
  const folder = file === "-" ? undefined : dirname(realpathSync(file));
  // Nothing of this form is a revision.
  if (isFile && /^(-$|\.{0,2}\/)/.test(against)) return textOf(against);
  if (folder === undefined) {
    if (isFile) return textOf(against);
    throw new NoAnswer(`"${against}" is no file, and an access file on standard input has no revisions`);
  }
  const found = await commitOf(against, folder, isFile);
  if (found === undefined) return textOf(against);
  if (isFile) {
    throw new NoAnswer(
      `"${against}" is both a revision and a file: write ./${against} for the file, or ${against}^0 for the revision`,
    );
  }
  const { object, commit } = found;
  if (object !== undefined) {
    const text = await blob(object, folder, object, `"${object}" is not there`);
    const beside = (path: string) => `${object.replace(/[^:/]*$/, "")}${path}`;
    return {
      name: object,
      text,
      commit,
      files: await filesInCommit(text, folder, { objectOf: beside, nameOf: beside }),
    };
  }
  await demandSameLinks(file, folder, commit, against);
  // Behind a search nothing can stand.
  const revision = against.startsWith(":/") ? commit.slice(0, 12) : against;
  const missing = `${file} is not in ${against}: if it had another name there, write ${revision}:./NAME; to compare with nothing, write /dev/null`;
  const name = `${against}:${basename(file)}`;
  const text = await blob(`${commit}:./${basename(realpathSync(file))}`, folder, name, missing);
  const files = await filesInCommit(text, folder, {
    objectOf: (path) => `${commit}:./${path}`,
    nameOf: (path) => `${against}:${path}`,
  });
  return { name, text, commit, files };
}

/**
 * What an access file includes, all of the same commit.
 *
 * @param text of the access file
 */
async function filesInCommit(
  text: string,
  folder: string,
  { objectOf, nameOf }: { readonly objectOf: (path: string) => string; readonly nameOf: (path: string) => string },
): Promise<IncludedFiles> {
  const { value } = parseYaml(text);
  const paths = includedPaths(understand(value).value);
  const read = await Promise.all(
    paths.map(async (path) => {
      try {
        return [path, await blob(objectOf(path), folder, nameOf(path), missing)] as const;
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        const why = error.message === missing ? "missing" : "broken";
        return [path, new UnreadFile(why, `must be readable: ${error.message}`)] as const;
      }
    }),
  );
  const texts = new Map<string, string | UnreadFile>(read);
  return {
    nameOf,
    read: (path) => {
      const found = texts.get(path) ?? new UnreadFile("missing", missing);
      if (typeof found === "string") return found;
      throw found;
    },
  };
}

const missing = "must be a file that is there";

function textOf(file: string): EarlierText {
  const text = textIn(file);
  // Those in the working directory may be of another day, and what they gave since would be hidden.
  if (given.test(file) && includedPaths(understand(parseYaml(text).value).value).length > 0) {
    throw new NoAnswer(
      `${file} includes files, and a stream does not tell where they are: name the revision, or a file in a folder with them`,
    );
  }
  return { name: file, text, files: filesBeside(file) };
}

function textIn(file: string): string {
  try {
    return readText(file);
  } catch (error) {
    if (!(error instanceof InvalidAccessFile)) throw error;
    throw new NoAnswer(`--against cannot read ${error.message}`);
  }
}

/**
 * A link of the repository that is new, or leads elsewhere than before, would have another file compared with itself.
 *
 * @throws NoAnswer
 */
async function demandSameLinks(file: string, folder: string, commit: string, against: string): Promise<void> {
  const links = linksOn(file);
  if (links.length === 0) return;
  const top = (await git(folder, ["rev-parse", "--show-toplevel"])).stdout.toString("utf8").replace(/\r?\n$/, "");
  for (const { path, target } of links) {
    const inside = relative(top, path);
    if (inside.startsWith("..") || isAbsolute(inside)) continue;
    const object = `${commit}:${inside.split(sep).join("/")}`;
    const { ok, stdout } = await git(folder, ["cat-file", "blob", object]);
    if (ok && stdout.toString("utf8") === target && (await isLink(object, folder))) continue;
    throw new NoAnswer(
      `${inside} is a link to ${target} now, and was none or another one in ${against}, so ${file} was another file there: name that one, such as ${against}:${inside}`,
    );
  }
}

/** Git gives the text of a link, not of the file. */
async function isLink(object: string, folder: string): Promise<boolean> {
  const at = object.lastIndexOf(":");
  const [revision, path] = [object.slice(0, at), object.slice(at + 1)];
  const fromRoot = /^\.{1,2}\//.test(path) ? [] : ["--full-tree"];
  const { stdout } = await git(folder, ["--literal-pathspecs", "ls-tree", ...fromRoot, revision, "--", path]);
  return stdout.toString().startsWith("120000 ");
}

async function blob(object: string, folder: string, name: string, missing: string): Promise<string> {
  const { ok, stdout, said, failure } = await git(folder, ["cat-file", "blob", object], mostBytes);
  if (ok && (await isLink(object, folder))) {
    throw new NoAnswer(`${name} is a symbolic link: write the file that it names, REVISION:./NAME`);
  }
  if (failure === "too large") throw new NoAnswer(`${name} must be ${String(mostBytes / 1024 / 1024)} MiB or less`);
  if (!ok && /does not exist|exists on disk, but not in|exists, but not/.test(said)) throw new NoAnswer(missing);
  if (!ok) throw new NoAnswer(`git cannot read ${name}: ${said}`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(stdout);
  } catch {
    throw new NoAnswer(`${name} must be UTF-8`);
  }
}
