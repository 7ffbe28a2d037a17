/** How a report is printed. */
export const reportFormats = ["table", "markdown", "json", "csv"] as const;
export type ReportFormat = (typeof reportFormats)[number];
