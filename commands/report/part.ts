import type { ReportFinding } from "../../config/finding";
import type { Path } from "../../config/mistake";
import type { Access } from "../../config/schema/access";
import type { Report } from "../../model/rbac/report";
import type { Order } from "./order";

/** What is printed of a report, in whatever format. */
export interface ReportPart {
  /** The file as the operator named it. */
  readonly file: string;
  readonly access: Access;
  readonly report: Report;
  readonly by: Order;
  /** `access.yaml:23:7 clusters.prod.grants[1]` */
  readonly place: (path: Path) => string;
  /**
   * Of the whole file.
   *
   * @default - not told: only a part of the report is wanted
   */
  readonly findings: readonly ReportFinding[] | undefined;
}
