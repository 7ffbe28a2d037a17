import { workspacesOf } from "../model/workspaces/workspace";
import { print, printJson } from "./terminal/print";
import { withAccessFile, type ExitCode } from "./with-access-file";
import type { WorkspacesFormat } from "./workspaces/formats";
import { notesOf } from "./workspaces/notes";
import { workspacesPlace, type WantedPlace } from "./workspaces/place";
import { inTable } from "./workspaces/table";
import { inTerraform } from "./workspaces/terraform";

export interface WorkspacesOptions extends WantedPlace {
  readonly file: string;
  readonly format: WorkspacesFormat;
}

/** Prints the workspaces of HCP Terraform that deploy an access file: order, triggers, shared states and variables. */
export function workspaces({ file, format, ...wanted }: WorkspacesOptions): ExitCode {
  return withAccessFile<ExitCode>(
    file,
    ({ access }) => {
      const place = workspacesPlace(access, wanted);
      const all = workspacesOf(access, place);
      const notes = notesOf(access, all, place);
      if (format === "json") printJson({ ...place, workspaces: all, notes });
      else print((format === "terraform" ? inTerraform : inTable)(all, place, notes));
      return 0;
    },
    { json: format === "json" },
  );
}
