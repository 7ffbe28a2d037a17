import { existsSync, readdirSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, join, posix, relative } from "node:path";
import { UnreadFile, given, readBytes } from "../file/read-bytes";
import { decoded, mostBytes } from "../file/read-file";
import { errorCode } from "../file/error-code";

/** Where the files are that an access file includes. */
export interface IncludedFiles {
  /** How messages name one. */
  nameOf(path: string): string;
  /**
   * The text of one.
   *
   * @throws UnreadFile with what must hold, if there is none
   * @throws NotUtf8
   */
  read(path: string): string;
  /**
   * The paths of files in the folder of one that is not there, for the one that was meant.
   *
   * @default - nobody looks for it
   */
  beside?(path: string): readonly string[];
}

/** The files beside an access file, which may be a link: then they are beside the file that it leads to. */
export function filesBeside(file: string): IncludedFiles {
  return {
    nameOf: (path) => (given.test(file) ? path : join(folderInWords(file), path)),
    read: (path) => {
      const folder = given.test(file) ? realpathSync(".") : dirname(realpathSync(file));
      const whole = join(folder, path);
      if (realPathOf(whole) !== whole)
        throw new UnreadFile("broken", "must not be a link, nor in a folder that is one");
      if (!given.test(file) && realpathSync(file) === whole)
        throw new UnreadFile("broken", "must be another file than this one");
      return decoded(readBytes(whole, mostBytes));
    },
    beside: (path) => {
      const folder = posix.dirname(path);
      const whole = join(given.test(file) ? realpathSync(".") : dirname(realpathSync(file)), folder);
      // A link is refused, so what it leads to was not meant.
      if (!existsSync(whole) || realpathSync.native(whole) !== whole) return [];
      const names = readdirSync(whole).filter((name) => name.endsWith(".yaml"));
      return names.map((name) => posix.join(folder, name));
    },
  };
}

/** The folder of an access file as whoever names the file would; of a link, the folder of the file that it leads to. */
function folderInWords(file: string): string {
  const folder = dirname(file);
  if (!existsSync(file)) return folder;
  const real = dirname(realpathSync(file));
  if (realpathSync(folder) === real) return folder;
  return isAbsolute(file) ? real : relative("", real);
}

function realPathOf(path: string): string {
  try {
    // The native one also gives the letters as a file system without case has them.
    return realpathSync.native(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") throw new UnreadFile("missing", "is not there");
    throw new UnreadFile("broken", `cannot be read: ${code ?? "unknown"}`);
  }
}
