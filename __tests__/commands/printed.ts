import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ExitCode } from "../../commands/with-access-file";
import { asFound, standardError } from "../standard-error";

/** What a command printed, and how it ended. */
export interface Printed {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command where nobody watches, in a folder of its own with these files; the folder's name is taken out of what it prints. */
export function printed(
  files: Readonly<Record<string, string | Uint8Array>>,
  command: (file: string) => ExitCode,
): Printed;
export function printed(
  files: Readonly<Record<string, string | Uint8Array>>,
  command: (file: string) => Promise<ExitCode>,
): Promise<Printed>;
export function printed(
  files: Readonly<Record<string, string | Uint8Array>>,
  command: (file: string) => ExitCode | Promise<ExitCode>,
): Printed | Promise<Printed> {
  const folder = mkdtempSync(join(tmpdir(), "entra-eks-"));
  standardError(false);
  const out = jest.spyOn(process.stdout, "write").mockReturnValue(true);
  const err = jest.spyOn(process.stderr, "write").mockReturnValue(true);
  const text = (spy: typeof out) =>
    spy.mock.calls.map(([chunk]) => String(chunk).replaceAll(`${folder}/`, "")).join("");
  const read = (code: ExitCode) => ({ code, stdout: text(out), stderr: text(err) });
  const end = () => {
    out.mockRestore();
    err.mockRestore();
    asFound();
    rmSync(folder, { recursive: true });
  };
  let later: Promise<Printed> | undefined;
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const code = command(join(folder, "access.yaml"));
    if (typeof code === "number") return read(code);
    return (later = code.then(read).finally(end));
  } finally {
    if (later === undefined) end();
  }
}
