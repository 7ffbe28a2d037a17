import { readFileSync } from "node:fs";
import { join } from "node:path";
import { reportPage } from "../commands/report/page";
import type { PageSubject } from "../commands/report/page/data-of";
import { placeInFile } from "../commands/place-in-file";
import { findingsOf } from "../config/findings";
import { parseAccess } from "../config/load";
import type { Path } from "../config/mistake";
import { reportOf } from "../model/rbac/report";

/** What a page says of the text of an access file with the given name. */
export function subjectOf(text: string, file = "access.yaml"): PageSubject {
  const accessFile = parseAccess(text, file);
  const { access } = accessFile;
  const place = (path: Path) => placeInFile(accessFile, path);
  const at = new Date("2026-09-01T08:00:00Z");
  return { file, access, report: reportOf(access), findings: findingsOf(accessFile, at.getTime()), place, at };
}

/** The page of `docs/examples/company.yaml`, which has somebody of each kind. */
export function samplePage(): string {
  return reportPage(subjectOf(readFileSync(join(__dirname, "..", "docs", "examples", "company.yaml"), "utf8")));
}
