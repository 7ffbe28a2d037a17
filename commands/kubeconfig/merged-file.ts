import {
  chownSync,
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, resolve } from "node:path";
import { errorCode, systemMessage } from "../../config/file/error-code";
import { NoAnswer } from "../../config/no-answer";
import type { Kubeconfig } from "../../model/clusters/kubeconfig";
import { kubeconfigFiles } from "./kubeconfig-files";
import { NoKubeconfig } from "./kubeconfig-text";
import { merge, type Merged } from "./merge";

export interface MergedFile extends Pick<Merged, "changed" | "current"> {
  readonly path: string;
  /** Copy of what was there before; `undefined` where nothing was, or nothing changed. */
  readonly backup: string | undefined;
}

/** The file that `kubectl config set-…` would add to: client-go, tools/clientcmd/config.go, GetDefaultFilename. */
export function defaultKubeconfig(env: NodeJS.ProcessEnv): string {
  const files = kubeconfigFiles(env, homedir());
  return files.find(isThere) ?? files.at(-1) ?? "";
}

/**
 * Puts entries into a kubeconfig, or makes one: with a backup beside it, whole or not at all, and for its owner alone.
 *
 * @throws NoAnswer if it cannot be read or written; it is as it was then
 */
export function mergeInto(named: string, wanted: Kubeconfig): MergedFile {
  const path = resolve(named);
  try {
    mkdirSync(dirname(target(path)), { recursive: true, mode: 0o700 });
    return locked(path, () => mergeLocked(path, wanted));
  } catch (error) {
    if (error instanceof NoKubeconfig) throw new NoAnswer(`${path} ${error.message}`);
    const message = systemMessage(error);
    if (message !== undefined) throw new NoAnswer(`${path} was not changed: ${message}`);
    throw error;
  }
}

function mergeLocked(path: string, wanted: Kubeconfig): MergedFile {
  const file = target(path);
  const old = contentOf(file);
  const { text, changed, current } = merge(old === undefined ? "" : textOf(old), wanted);
  if (!changed) return { path, changed, current, backup: undefined };
  const backup = old === undefined ? undefined : writeBackup(file, old);
  replace(file, text);
  return { path, changed, current, backup };
}

/** kubectl takes this lock too, and gives up where it stands: client-go, tools/clientcmd/config.go, lockFile. */
function locked<Done>(path: string, run: () => Done): Done {
  const lock = `${path}.lock`;
  try {
    closeSync(openSync(lock, "wx", 0));
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
    throw new NoAnswer(`${lock} is there, so another program is changing ${path}; if none is, delete it`);
  }
  try {
    return run();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** The file itself, behind links; also where a link leads to nothing yet. */
function target(path: string): string {
  if (isThere(path)) return realpathSync(path);
  return isLink(path) ? resolve(dirname(path), readlinkSync(path)) : path;
}

const isThere = (path: string) => statSync(path, { throwIfNoEntry: false }) !== undefined;

const isLink = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;

function contentOf(file: string): Buffer | undefined {
  if (!isThere(file)) return undefined;
  if (!statSync(file).isFile()) throw new NoKubeconfig("is not a file");
  return readFileSync(file);
}

function textOf(content: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    throw new NoKubeconfig("is not a kubeconfig: it is not text in UTF-8");
  }
}

/** Never in the place of an older one. */
function writeBackup(file: string, content: Buffer, count = 0): string {
  const backup = `${file}.backup${count === 0 ? "" : `-${count}`}`;
  try {
    writeFileSync(backup, content, { flag: "wx", mode: 0o600 });
    return backup;
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
    return writeBackup(file, content, count + 1);
  }
}

function replace(file: string, text: string): void {
  const whole = `${file}.new-${process.pid}`;
  const old = statSync(file, { throwIfNoEntry: false });
  try {
    const descriptor = openSync(whole, "wx", 0o600);
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    // With sudo it stays the person's own file.
    if (old !== undefined && process.getuid?.() === 0) chownSync(whole, old.uid, old.gid);
    renameSync(whole, file);
  } finally {
    rmSync(whole, { force: true });
  }
}
